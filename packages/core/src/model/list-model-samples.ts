import { readImages } from "@diaphane/data";
import type { Transaction } from "@diaphane/db";
import type { StoreContext } from "../context.ts";
import { findShards } from "../dataset/find-shards.ts";
import { parseInput } from "../parse-input.ts";
import { listModelSamplesInput, type SampleBox, sampleBoxes } from "../schemas.ts";
import { findModelVersionOrThrow } from "./find-model-version.ts";

export interface ModelSamples {
  /** uint8 `[samples.length, height, width, channels]` */
  images: Uint8Array;
  height: number;
  width: number;
  channels: number;
  /** uint8 `[samples.length, height, width]`, null when the data have none; with what each value stands for. */
  masks: Uint8Array | null;
  maskClasses: string[];
  boxClasses: string[];
  /** `boxes` is null where nobody looked for any. */
  samples: { index: number; label: number | null; boxes: SampleBox[] | null }[];
}

/**
 * Some images that the model has not seen in training (the test split), the classes in turn, the same ones every time.
 * Null for whoever may see the model but not the images: visitors, unless the data are synthetic or published.
 */
export async function listModelSamples(ctx: StoreContext, input: unknown): Promise<ModelSamples | null> {
  const { modelVersionId, limit } = parseInput(listModelSamplesInput, input);
  const { datasetVersion, isMember } = await findModelVersionOrThrow(ctx.db, ctx.actor, modelVersionId);
  const { dataset, id, height, width, channels, maskClasses, boxClasses } = datasetVersion;
  if (!isMember && !dataset.isSynthetic && !dataset.isPublic) return null;
  const samples = await pickTestSamples(ctx.db, id, limit);
  const shards = await findShards(ctx.db, id, "IMAGES");
  const indices = samples.map(({ index }) => index);
  const images = await readImages(ctx.store, shards, indices, height * width * channels);
  const hasMasks = maskClasses.length > 0;
  const masks = hasMasks
    ? await readImages(ctx.store, await findShards(ctx.db, id, "MASKS"), indices, height * width)
    : null;
  return { images, height, width, channels, masks, maskClasses, boxClasses, samples };
}

async function pickTestSamples(tx: Pick<Transaction, "$queryRaw">, versionId: string, limit: number) {
  const rows = await tx.$queryRaw<{ index: number; label: number | null; boxes: unknown }[]>`
    SELECT index, label, boxes FROM (
      SELECT index, label, boxes, row_number() OVER (PARTITION BY label ORDER BY index) AS turn
      FROM samples WHERE dataset_version_id = ${versionId} AND split = 'TEST'
    ) AS turns
    ORDER BY turn, label NULLS LAST LIMIT ${limit}`;
  return rows.map(({ boxes, ...row }) => ({ ...row, boxes: sampleBoxes.parse(boxes) }));
}
