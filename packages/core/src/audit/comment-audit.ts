import { appendAuditEvent } from "../audit-log/append-audit-event.ts";
import type { Context } from "../context.ts";
import { ConflictError } from "../errors.ts";
import { parseInput } from "../parse-input.ts";
import { commentAuditInput } from "../schemas.ts";
import { findAuditOrThrow } from "./find-audit.ts";

/** Says something of a figure of the report, or of the whole. Authors and reviewers alike. */
export async function commentAudit(ctx: Context, input: unknown): Promise<{ id: string }> {
  const { auditId, revision, figure = null, text } = parseInput(commentAuditInput, input);
  return await ctx.db.$transaction(async (tx) => {
    const audit = await findAuditOrThrow(tx, ctx.actor, { auditId, scope: "audit:read" });
    if (revision > audit.revision.number) throw new ConflictError("newer-revision");
    const data = { auditId, revisionNumber: revision, authorId: audit.userId, figure, text };
    const { id } = await tx.auditComment.create({ data, select: { id: true } });
    const event = { chain: audit.groupId, action: "audit.comment", actorId: audit.userId, subjectType: "audit" };
    await appendAuditEvent(tx, { ...event, subjectId: auditId, data: { commentId: id, revision, figure } });
    return { id };
  });
}
