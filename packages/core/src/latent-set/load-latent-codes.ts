import type { LatentSet, Transaction } from "@diaphane/db";
import type { StoreContext } from "../context.ts";
import { readSampleColumns, type SampleColumns } from "../dataset/sample-columns.ts";
import { ConflictError } from "../errors.ts";
import { findLatentShards } from "./find-latent-shards.ts";

/** The codes of a data set version under a model version, in index order. */
export interface LatentCodes {
  latentDim: number;
  classCount: number;
  /** float32 little-endian `[imageCount, 2·latentDim + classCount]`: mu, logVar and logits of each image. */
  rows: Uint8Array<ArrayBuffer>;
  samples: SampleColumns;
}

/** All codes of a latent set that the caller may see. Throws ConflictError `latent-set-incomplete`. */
export async function loadLatentCodes(
  tx: Pick<Transaction, "latentShard" | "$queryRaw">,
  store: StoreContext["store"],
  { id, latentDim, classCount, completedAt, datasetVersionId }: LatentSet,
): Promise<LatentCodes> {
  if (!completedAt || latentDim === null || classCount === null) throw new ConflictError("latent-set-incomplete");
  const samples = await readSampleColumns(tx, datasetVersionId);
  const rowBytes = (2 * latentDim + classCount) * Float32Array.BYTES_PER_ELEMENT;
  const rows = new Uint8Array(samples.indices.length * rowBytes);
  for (const shard of await findLatentShards(tx, id)) {
    rows.set(await store.read(shard.sha256), shard.firstIndex * rowBytes);
  }
  return { latentDim, classCount, rows, samples };
}
