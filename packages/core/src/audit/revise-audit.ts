import { appendAuditEvent } from "../audit-log/append-audit-event.ts";
import type { Context } from "../context.ts";
import { ConflictError, NotFoundError } from "../errors.ts";
import { parseInput } from "../parse-input.ts";
import { reviseAuditInput } from "../schemas.ts";
import { addRevision } from "./add-revision.ts";
import { lockAuditOrThrow } from "./find-audit.ts";

/**
 * Hands in again what was asked to be changed, or what has changed since: a new revision, which is reviewed anew. An approval
 * of an older one counts no more.
 *
 * @throws ConflictError `audit-closed` when it was rejected, `audit-released` when something was released on it
 */
export async function reviseAudit(ctx: Context, input: unknown): Promise<{ revision: number }> {
  const { auditId, reportId, note } = parseInput(reviseAuditInput, input);
  return await ctx.db.$transaction(async (tx) => {
    const audit = await lockAuditOrThrow(tx, ctx.actor, { auditId, scope: "audit:submit" });
    const { modelVersionId, presetId } = audit;
    if (audit.state === "REJECTED") throw new ConflictError("audit-closed");
    const released = { auditId, state: "RELEASED" as const };
    const uses = (await tx.modelVersion.count({ where: released })) + (await tx.preset.count({ where: released }));
    if (uses > 0) throw new ConflictError("audit-released");
    const report = { id: reportId, kind: "BIAS_REPORT" as const, latentSet: { modelVersionId } };
    if ((await tx.analysis.count({ where: report })) === 0) {
      throw new NotFoundError("report");
    }
    const number = audit.revision.number + 1;
    const hashes = await addRevision(tx, { auditId, number, reportId, presetId, note });
    await tx.audit.update({ where: { id: auditId }, data: { state: "SUBMITTED", withdrawnReason: null } });
    const event = { chain: audit.groupId, action: "audit.revise", actorId: audit.userId, subjectType: "audit" };
    await appendAuditEvent(tx, { ...event, subjectId: auditId, data: { ...hashes } });
    return { revision: number };
  });
}
