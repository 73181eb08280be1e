import { requireUser } from "../access/require-actor.ts";
import { appendAuditEvent } from "../audit-log/append-audit-event.ts";
import type { Context } from "../context.ts";
import { ConflictError, NotFoundError } from "../errors.ts";
import { hashToken } from "../invitation/token.ts";
import { parseInput } from "../parse-input.ts";
import { acceptGuestReviewInput } from "../schemas.ts";

/** Makes whoever follows a link the guest reviewer of its audit; a link works once. */
export async function acceptGuestReview(ctx: Context, input: unknown): Promise<{ auditId: string; group: string }> {
  const userId = requireUser(ctx.actor);
  const tokenHash = hashToken(parseInput(acceptGuestReviewInput, input).token);
  return await ctx.db.$transaction(async (tx) => {
    const user = await tx.user.findFirst({ where: { id: userId, disabledAt: null }, select: { id: true } });
    if (!user) throw new NotFoundError("user");
    const now = new Date();
    const [link] = await tx.guestReviewLink.updateManyAndReturn({
      where: { tokenHash, acceptedAt: null, expiresAt: { gt: now } },
      data: { acceptedAt: now },
      include: { audit: { select: { id: true, groupId: true, group: { select: { slug: true } } } } },
    });
    if (!link) throw new NotFoundError("invitation");
    const { id: auditId, groupId, group } = link.audit;
    if ((await tx.guestReviewer.count({ where: { auditId, userId } })) > 0) throw new ConflictError("already-member");
    await tx.guestReviewer.create({ data: { auditId, userId } });
    const event = { chain: groupId, action: "audit.join", actorId: userId, subjectType: "audit", subjectId: auditId };
    await appendAuditEvent(tx, event);
    return { auditId, group: group.slug };
  });
}
