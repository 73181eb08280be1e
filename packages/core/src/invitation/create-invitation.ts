import { requireUser } from "../access/require-actor.ts";
import { getGroupOrThrow } from "../access/require-scope.ts";
import { appendAuditEvent } from "../audit-log/append-audit-event.ts";
import type { Context } from "../context.ts";
import { parseInput } from "../parse-input.ts";
import { createInvitationInput } from "../schemas.ts";
import { hashToken, makeToken } from "./token.ts";

const dayMs = 24 * 3600 * 1000;

/** Makes a link's token, which works once. It is given out here and never again. */
export async function createInvitation(
  ctx: Context,
  input: unknown,
): Promise<{ id: string; token: string; expiresAt: Date }> {
  const actorId = requireUser(ctx.actor);
  const { group: slug, role, expiresInDays } = parseInput(createInvitationInput, input);
  const token = makeToken();
  const expiresAt = new Date(Date.now() + expiresInDays * dayMs);
  return await ctx.db.$transaction(async (tx) => {
    const group = await getGroupOrThrow(tx, { userId: actorId, slug, scope: "invitation:create" });
    const data = { groupId: group.id, role, tokenHash: hashToken(token), createdBy: actorId, expiresAt };
    const { id } = await tx.invitation.create({ data });
    const event = { chain: group.id, action: "invitation.create", actorId, subjectType: "invitation", subjectId: id };
    await appendAuditEvent(tx, { ...event, data: { role, expiresAt: expiresAt.toISOString() } });
    return { id, token, expiresAt };
  });
}
