import { appendAuditEvent } from "../audit-log/append-audit-event.ts";
import type { Context } from "../context.ts";
import { ConflictError, NotFoundError } from "../errors.ts";
import { parseInput } from "../parse-input.ts";
import { commentAuditInput } from "../schemas.ts";
import { findAuditOrThrow } from "./find-audit.ts";

/** Says something of a figure of the report, or of the whole, or answers what was said. Authors and reviewers alike. */
export async function commentAudit(ctx: Context, input: unknown): Promise<{ id: string }> {
  const { auditId, revision, figure = null, answers, text } = parseInput(commentAuditInput, input);
  return await ctx.db.$transaction(async (tx) => {
    const audit = await findAuditOrThrow(tx, ctx.actor, { auditId, scope: "audit:read" });
    if (revision > audit.revision.number) throw new ConflictError("newer-revision");
    const first = answers
      ? await tx.auditComment.findFirst({ where: { id: answers, auditId, answersId: null }, select: { figure: true } })
      : { figure };
    if (!first) throw new NotFoundError("comment");
    const said = { auditId, revisionNumber: revision, authorId: audit.userId, text };
    const data = { ...said, figure: first.figure, answersId: answers ?? null };
    const { id } = await tx.auditComment.create({ data, select: { id: true } });
    const event = { chain: audit.groupId, action: "audit.comment", actorId: audit.userId, subjectType: "audit" };
    await appendAuditEvent(tx, {
      ...event,
      subjectId: auditId,
      data: { commentId: id, revision, figure: first.figure },
    });
    return { id };
  });
}
