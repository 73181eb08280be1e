import { randomUUID } from "node:crypto";
import { requireWorker } from "../access/require-actor.ts";
import type { Context } from "../context.ts";
import { findShards } from "../dataset/find-shards.ts";
import { readSampleBoxes } from "../dataset/sample-boxes.ts";
import { readSampleColumns } from "../dataset/sample-columns.ts";
import { readSampleSubjects } from "../dataset/sample-subjects.ts";
import { readKnownColumns } from "../derived-attribute/read-known-columns.ts";
import { NotFoundError } from "../errors.ts";
import { findLatentShards } from "../latent-set/find-latent-shards.ts";
import { parseInput } from "../parse-input.ts";
import { analysisRequest, claimAnalysisInput } from "../schemas.ts";
import { lockAnalysis } from "./find-analysis.ts";
import { requestedAttributes } from "./requested-attributes.ts";

/**
 * Takes an analysis off the queue, or over from a worker that died. Null: there is nothing to do.
 *
 * @returns the parsed `request`; the model's files; the data version's images with labels, splits, subjects, boxes and
 *   attributes as columns in index order; the codes that are there (`latentShards`); and the `claim` that every later write of this worker
 *   must carry
 */
export async function claimAnalysis(ctx: Context, input: unknown) {
  requireWorker(ctx.actor);
  const { analysisId } = parseInput(claimAnalysisInput, input);
  const claim = randomUUID();
  const claimed = await ctx.db.$transaction(async (tx) => {
    const found = await lockAnalysis(tx, analysisId);
    if (found.status !== "QUEUED" && found.status !== "RUNNING") return null;
    const now = new Date();
    if (found.cancelRequested) {
      const ended = { status: "CANCELLED" as const, finishedAt: now, claim: null };
      await tx.analysis.update({ where: { id: analysisId }, data: ended });
      return null;
    }
    const begun = { startedAt: found.startedAt ?? now, heartbeatAt: now };
    await tx.analysis.update({ where: { id: analysisId }, data: { claim, status: "RUNNING", ...begun } });
    return found;
  });
  if (!claimed) return null;
  const { latentSetId, latentSet, kind, parameters } = claimed;
  const { modelVersion } = latentSet;
  const { summary: _summary, ...datasetVersion } = await ctx.db.datasetVersion.findUniqueOrThrow({
    where: { id: latentSet.datasetVersionId },
    include: { dataset: { select: { name: true, isSynthetic: true } } },
  });
  const { id: versionId, imageCount, boxClasses, hasSubjects } = datasetVersion;
  const samples = await readSampleColumns(ctx.db, versionId);
  if (samples.indices.length !== imageCount) throw new NotFoundError("samples");
  const request = analysisRequest.parse({ kind, ...Object(parameters) });
  return {
    id: analysisId,
    claim,
    latentSetId,
    request,
    modelVersion,
    datasetVersion: {
      ...datasetVersion,
      shards: await findShards(ctx.db, versionId, "IMAGES"),
      maskShards: await findShards(ctx.db, versionId, "MASKS"),
    },
    samples,
    boxes: boxClasses.length > 0 ? await readSampleBoxes(ctx.db, datasetVersion) : null,
    subjects: hasSubjects ? await readSampleSubjects(ctx.db, versionId) : null,
    attributes: await readKnownColumns(ctx.db, versionId, requestedAttributes(request)),
    latentShards: await findLatentShards(ctx.db, latentSetId),
  };
}
