import { appendAuditEvent } from "../audit-log/append-audit-event.ts";
import type { Context } from "../context.ts";
import { hashToken, makeToken } from "../invitation/token.ts";
import { parseInput } from "../parse-input.ts";
import { inviteGuestReviewerInput } from "../schemas.ts";
import { findAuditOrThrow } from "./find-audit.ts";

const dayMs = 24 * 3600 * 1000;

/** Makes a link's token for one reviewer from outside of the group. It is given out here and never again. */
export async function inviteGuestReviewer(ctx: Context, input: unknown): Promise<{ token: string; expiresAt: Date }> {
  const { auditId, expiresInDays } = parseInput(inviteGuestReviewerInput, input);
  const token = makeToken();
  const expiresAt = new Date(Date.now() + expiresInDays * dayMs);
  return await ctx.db.$transaction(async (tx) => {
    const { groupId, userId } = await findAuditOrThrow(tx, ctx.actor, { auditId, scope: "audit:invite" });
    await tx.guestReviewLink.create({ data: { auditId, tokenHash: hashToken(token), createdBy: userId, expiresAt } });
    const event = { chain: groupId, action: "audit.invite", actorId: userId, subjectType: "audit", subjectId: auditId };
    await appendAuditEvent(tx, { ...event, data: { expiresAt: expiresAt.toISOString() } });
    return { token, expiresAt };
  });
}
