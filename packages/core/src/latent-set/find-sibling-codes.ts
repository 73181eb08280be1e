import { requireWorker } from "../access/require-actor.ts";
import type { Context } from "../context.ts";
import { parseInput } from "../parse-input.ts";
import { findSiblingCodesInput } from "../schemas.ts";
import { findLatentShards } from "./find-latent-shards.ts";

/** At most so many: three seeds are the rule, and each costs a pass over all codes. */
const mostSiblings = 4;

/**
 * Complete codes of the same images under versions of the same model that were trained on the same data with another seed and
 * otherwise the same configuration: what the stability of latents is judged by.
 */
export async function findSiblingCodes(ctx: Context, input: unknown) {
  requireWorker(ctx.actor);
  const { latentSetId } = parseInput(findSiblingCodesInput, input);
  const own = await ctx.db.latentSet.findUniqueOrThrow({ where: { id: latentSetId }, include: { modelVersion: true } });
  const { modelId, datasetVersionId, config } = own.modelVersion;
  const siblings = await ctx.db.latentSet.findMany({
    where: {
      id: { not: latentSetId },
      datasetVersionId: own.datasetVersionId,
      completedAt: { not: null },
      latentDim: own.latentDim,
      modelVersion: { modelId, datasetVersionId, config: { equals: Object(config) } },
    },
    include: { modelVersion: { select: { number: true, run: { select: { seed: true } } } } },
    orderBy: { createdAt: "asc" },
    take: mostSiblings,
  });
  const withShards = siblings.map(async ({ id, classCount, modelVersion }) => ({
    version: modelVersion.number,
    seed: modelVersion.run?.seed ?? null,
    classCount: classCount ?? 0,
    shards: await findLatentShards(ctx.db, id),
  }));
  return await Promise.all(withShards);
}
