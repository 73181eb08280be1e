import { requireUser } from "../access/require-actor.ts";
import { requireScope } from "../access/require-scope.ts";
import { findAnalysisOrThrow } from "../analysis/find-analysis.ts";
import { appendAuditEvent } from "../audit-log/append-audit-event.ts";
import type { StoreContext } from "../context.ts";
import { readSampleColumns } from "../dataset/sample-columns.ts";
import { ConflictError, NotFoundError } from "../errors.ts";
import { parseInput } from "../parse-input.ts";
import { auditedPlaces } from "../report/audited-places.ts";
import { nameSlicesInput } from "../schemas.ts";
import { requireFreeName } from "./find-derived-attribute.ts";
import { membersOfSlices, memberValues } from "./members-of-slices.ts";

/**
 * Names what slices of a bias report have in common: it becomes an attribute of all images of the report's data set version, which
 * stays as it is. Reports and presets can be asked for by it from then on.
 *
 * @throws ConflictError `report-unfinished`, `attribute-name-taken`; and like `membersOfSlices`
 */
export async function nameSlices(ctx: StoreContext, input: unknown): Promise<{ id: string; memberCount: number }> {
  const userId = requireUser(ctx.actor);
  const { reportId, slices, name } = parseInput(nameSlicesInput, input);
  return await ctx.db.$transaction(async (tx) => {
    const asked = { userId, analysisId: reportId, scope: "analysis:read" } as const;
    const { kind, resultSha256, latentSet } = await findAnalysisOrThrow(tx, asked);
    if (kind !== "BIAS_REPORT") throw new NotFoundError("report");
    const { datasetVersionId, modelVersion } = latentSet;
    const { groupId } = modelVersion.model;
    await requireScope(tx, { userId, groupId, scope: "attribute:derive", entity: "report" });
    if (!resultSha256) throw new ConflictError("report-unfinished");
    // Of two who give the same name at once the second waits here, and finds the first's.
    await tx.$executeRaw`SELECT id FROM dataset_versions WHERE id = ${datasetVersionId} FOR UPDATE`;
    await requireFreeName(tx, { name, datasetVersionId });
    const { classes } = await tx.datasetVersion.findUniqueOrThrow({ where: { id: datasetVersionId } });
    const samples = await readSampleColumns(tx, datasetVersionId);
    const audited = auditedPlaces(samples, { datasetVersionId, trainedOnId: modelVersion.datasetVersionId });
    const report: unknown = JSON.parse(new TextDecoder().decode(await ctx.store.read(resultSha256)));
    const members = membersOfSlices({ report, slices, samples, classes, audited });
    const memberCount = members.filter((value) => value === memberValues.yes).length;
    const seen = { reportId, reportHash: resultSha256, slices };
    const { id } = await tx.derivedAttribute.create({
      data: { datasetVersionId, name, ...seen, members, memberCount, namedBy: userId },
      select: { id: true },
    });
    const event = { chain: groupId, action: "attribute.derive", actorId: userId, subjectType: "attribute" };
    await appendAuditEvent(tx, { ...event, subjectId: id, data: { name, datasetVersionId, ...seen, memberCount } });
    return { id, memberCount };
  });
}
