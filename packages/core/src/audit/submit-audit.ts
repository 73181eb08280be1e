import { memberOf } from "../access/member-of.ts";
import { requireUser } from "../access/require-actor.ts";
import { requireScope } from "../access/require-scope.ts";
import { appendAuditEvent } from "../audit-log/append-audit-event.ts";
import type { Context } from "../context.ts";
import { ConflictError, NotFoundError } from "../errors.ts";
import { parseInput } from "../parse-input.ts";
import { submitAuditInput } from "../schemas.ts";
import { addRevision } from "./add-revision.ts";

/**
 * Hands a model version in for review, or one of its presets, with the report that speaks of it.
 *
 * @throws ConflictError `audit-open` when it is under review already, `report-unfinished`, `preset-unfinished`
 */
export async function submitAudit(ctx: Context, input: unknown): Promise<{ id: string }> {
  const userId = requireUser(ctx.actor);
  const { reportId, presetId = null, note } = parseInput(submitAuditInput, input);
  return await ctx.db.$transaction(async (tx) => {
    const report = await tx.analysis.findFirst({
      where: { id: reportId, kind: "BIAS_REPORT", latentSet: { modelVersion: { model: { group: memberOf(userId) } } } },
      select: { latentSet: { select: { modelVersionId: true, modelVersion: { select: { model: true } } } } },
    });
    if (!report) throw new NotFoundError("report");
    const { modelVersionId, modelVersion } = report.latentSet;
    const { groupId } = modelVersion.model;
    await requireScope(tx, { userId, groupId, scope: "audit:submit", entity: "report" });
    const ofVersion = { analysis: { latentSet: { modelVersionId } } };
    if (presetId && (await tx.preset.count({ where: { id: presetId, ...ofVersion } })) === 0) {
      throw new NotFoundError("preset");
    }
    // Of two who hand the same in at once the second waits here, and finds the first's.
    await tx.$executeRaw`SELECT id FROM model_versions WHERE id = ${modelVersionId} FOR UPDATE`;
    const open = { modelVersionId, presetId, state: { in: ["SUBMITTED" as const, "CHANGES_REQUESTED" as const] } };
    if ((await tx.audit.count({ where: open })) > 0) throw new ConflictError("audit-open");
    const { id } = await tx.audit.create({ data: { groupId, modelVersionId, presetId, authorId: userId } });
    const hashes = await addRevision(tx, { auditId: id, number: 1, reportId, presetId, note });
    const event = { chain: groupId, action: "audit.submit", actorId: userId, subjectType: "audit", subjectId: id };
    await appendAuditEvent(tx, { ...event, data: { ...hashes, presetId, modelVersionId } });
    return { id };
  });
}
