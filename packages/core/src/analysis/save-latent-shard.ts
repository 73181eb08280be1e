import type { Transaction } from "@diaphane/db";
import { requireWorker } from "../access/require-actor.ts";
import { recordArtifact } from "../artifact/record-artifact.ts";
import type { Context } from "../context.ts";
import { NotFoundError } from "../errors.ts";
import { parseInput } from "../parse-input.ts";
import { analysisRequest, saveLatentShardInput } from "../schemas.ts";
import { findExternalSet } from "./external-set.ts";
import { lockClaimedAnalysis } from "./find-analysis.ts";

/**
 * Adds codes that are in the store to the analysis's latent set, or to that of its external data. Another worker may have made the
 * same ones: the first stay. Throws ConflictError `claim-lost`; NotFoundError for any other latent set.
 */
export async function saveLatentShard(ctx: Context, input: unknown): Promise<void> {
  requireWorker(ctx.actor);
  const saved = parseInput(saveLatentShardInput, input);
  const { analysisId, claim, sha256, sizeBytes, latentDim, classCount, firstIndex, count } = saved;
  await ctx.db.$transaction(async (tx) => {
    const held = await lockClaimedAnalysis(tx, { analysisId, claim });
    const latentSetId = await ownSetOrThrow(tx, held, saved.latentSetId);
    await recordArtifact(tx, { sha256, sizeBytes, kind: "LATENT_SHARD" });
    const shard = { latentSetId, firstIndex, count, sha256 };
    await tx.latentShard.createMany({ data: [shard], skipDuplicates: true });
    const completedAt = (await isComplete(tx, latentSetId)) ? new Date() : null;
    await tx.latentSet.update({ where: { id: latentSetId }, data: { latentDim, classCount, completedAt } });
  });
}

async function ownSetOrThrow(
  tx: Transaction,
  { latentSetId, latentSet, kind, parameters }: Awaited<ReturnType<typeof lockClaimedAnalysis>>,
  asked: string | undefined,
): Promise<string> {
  if (asked === undefined || asked === latentSetId) return latentSetId;
  const request = analysisRequest.parse({ kind, ...Object(parameters) });
  const external = await findExternalSet(tx, latentSet.modelVersionId, request);
  if (external?.id !== asked) throw new NotFoundError("latent-set");
  return asked;
}

async function isComplete(tx: Transaction, latentSetId: string): Promise<boolean> {
  const { _sum } = await tx.latentShard.aggregate({ where: { latentSetId }, _sum: { count: true } });
  const { datasetVersion } = await tx.latentSet.findUniqueOrThrow({
    where: { id: latentSetId },
    select: { datasetVersion: { select: { imageCount: true } } },
  });
  return _sum.count === datasetVersion.imageCount;
}
