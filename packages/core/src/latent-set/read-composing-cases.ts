import { requireUser } from "../access/require-actor.ts";
import { requireScope } from "../access/require-scope.ts";
import type { StoreContext } from "../context.ts";
import { readSampleSubjects } from "../dataset/sample-subjects.ts";
import { readKnownColumns } from "../derived-attribute/read-known-columns.ts";
import { ConflictError, NotFoundError } from "../errors.ts";
import { findModelVersionOrThrow } from "../model/find-model-version.ts";
import { parseInput } from "../parse-input.ts";
import { readComposingCasesInput } from "../schemas.ts";
import { loadLatentCodes } from "./load-latent-codes.ts";

/**
 * What a preset of a model version is composed from: all codes of a data set version of the same group, with splits, labels, subjects
 * and attributes. Throws ConflictError `latent-set-incomplete` where images have no codes yet.
 */
export async function readComposingCases(ctx: StoreContext, input: unknown) {
  const userId = requireUser(ctx.actor);
  const { modelVersionId, datasetVersionId } = parseInput(readComposingCasesInput, input);
  const version = await findModelVersionOrThrow(ctx.db, ctx.actor, modelVersionId);
  const { groupId } = version.model;
  await requireScope(ctx.db, { userId, groupId, scope: "analysis:read", entity: "model-version" });
  const datasetVersion = await ctx.db.datasetVersion.findFirst({
    where: { id: datasetVersionId, dataset: { groupId } },
    select: { id: true, classes: true, contentHash: true, hasSubjects: true },
  });
  if (!datasetVersion) throw new NotFoundError("dataset-version");
  const latentSet = await ctx.db.latentSet.findUnique({
    where: { modelVersionId_datasetVersionId: { modelVersionId, datasetVersionId } },
  });
  if (!latentSet) throw new ConflictError("latent-set-incomplete");
  return {
    modelHash: version.weightsSha256,
    /** Whether its splits are those of the training. */
    isTrainedOn: datasetVersionId === version.datasetVersionId,
    datasetVersion,
    codes: await loadLatentCodes(ctx.db, ctx.store, latentSet),
    subjects: datasetVersion.hasSubjects ? await readSampleSubjects(ctx.db, datasetVersionId) : null,
    attributes: await readKnownColumns(ctx.db, datasetVersionId, []),
  };
}
