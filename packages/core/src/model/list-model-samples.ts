import { readImages } from "@diaphane/data";
import type { Transaction } from "@diaphane/db";
import type { StoreContext } from "../context.ts";
import { findShards } from "../dataset/find-shards.ts";
import { parseInput } from "../parse-input.ts";
import { listModelSamplesInput } from "../schemas.ts";
import { findModelVersionOrThrow } from "./find-model-version.ts";

export interface ModelSamples {
  /** uint8 `[samples.length, height, width, channels]` */
  images: Uint8Array;
  height: number;
  width: number;
  channels: number;
  samples: { index: number; label: number | null }[];
}

/**
 * Some images that the model has not seen in training (the test split), the classes in turn, the same ones every time.
 * Null for whoever may see the model but not the images: visitors, unless the data are synthetic or published.
 */
export async function listModelSamples(ctx: StoreContext, input: unknown): Promise<ModelSamples | null> {
  const { modelVersionId, limit } = parseInput(listModelSamplesInput, input);
  const { datasetVersion, isMember } = await findModelVersionOrThrow(ctx.db, ctx.actor, modelVersionId);
  const { dataset, id, height, width, channels } = datasetVersion;
  if (!isMember && !dataset.isSynthetic && !dataset.isPublic) return null;
  const samples = await pickTestSamples(ctx.db, id, limit);
  const shards = await findShards(ctx.db, id, "IMAGES");
  const indices = samples.map(({ index }) => index);
  const images = await readImages(ctx.store, shards, indices, height * width * channels);
  return { images, height, width, channels, samples };
}

async function pickTestSamples(tx: Pick<Transaction, "$queryRaw">, versionId: string, limit: number) {
  return await tx.$queryRaw<{ index: number; label: number | null }[]>`
    SELECT index, label FROM (
      SELECT index, label, row_number() OVER (PARTITION BY label ORDER BY index) AS turn
      FROM samples WHERE dataset_version_id = ${versionId} AND split = 'TEST'
    ) AS turns
    ORDER BY turn, label NULLS LAST LIMIT ${limit}`;
}
