import { appendAuditEvent } from "../audit-log/append-audit-event.ts";
import type { Context } from "../context.ts";
import { NotFoundError } from "../errors.ts";
import { parseInput } from "../parse-input.ts";
import { resolveCommentInput } from "../schemas.ts";
import { findAuditOrThrow } from "./find-audit.ts";

/** Says that a comment and its answers are dealt with, or that they are not after all. Authors and reviewers alike. */
export async function resolveComment(ctx: Context, input: unknown): Promise<void> {
  const { auditId, commentId, isResolved } = parseInput(resolveCommentInput, input);
  await ctx.db.$transaction(async (tx) => {
    const { userId, groupId } = await findAuditOrThrow(tx, ctx.actor, { auditId, scope: "audit:read" });
    const said = isResolved
      ? { resolvedAt: new Date(), resolvedById: userId }
      : { resolvedAt: null, resolvedById: null };
    const { count } = await tx.auditComment.updateMany({
      where: { id: commentId, auditId, answersId: null },
      data: said,
    });
    if (count === 0) throw new NotFoundError("comment");
    const event = { chain: groupId, action: "audit.resolve-comment", actorId: userId, subjectType: "audit" };
    await appendAuditEvent(tx, { ...event, subjectId: auditId, data: { commentId, isResolved } });
  });
}
