import { type claimAnalysis, saveLatentShard } from "@diaphane/core";
import { readImages } from "@diaphane/data";
import { emptyLatentRows, type LatentRows, unpackLatentRows } from "@diaphane/model";
import type { ComputeProcess } from "../../compute/start-compute-process.ts";
import type { JobServices } from "../job-services.ts";

export type ClaimedAnalysis = NonNullable<Awaited<ReturnType<typeof claimAnalysis>>>;

/** The images of one of an analysis's latent sets, and the codes that it has. */
export type EncodedData = Pick<ClaimedAnalysis, "latentSetId" | "datasetVersion" | "latentShards">;

/** Images of a shard of codes: what a kill loses at most. */
const shardImages = 4096;
/** Images that go to the computing process at once. */
const batchImages = 512;

interface EncodeOptions {
  held: { analysisId: string; claim: string };
  shape: { latentDim: number; classCount: number };
  signal: AbortSignal;
  onProgress(share: number): void;
}

/**
 * Makes the codes of a claimed analysis's data that are missing, shard by shard, and reads the others: an encoding that was
 * broken off goes on where it was.
 *
 * @throws the signal's reason when aborted; what store and database throw
 */
export async function encodeLatentSet(
  services: JobServices,
  process: ComputeProcess,
  data: EncodedData,
  { held, shape, signal, onProgress }: EncodeOptions,
): Promise<LatentRows> {
  const { imageCount } = data.datasetVersion;
  const rows = emptyLatentRows(imageCount, shape);
  const stored = new Map(data.latentShards.map((shard) => [shard.firstIndex, shard]));
  for (let firstIndex = 0; firstIndex < imageCount; firstIndex += shardImages) {
    signal.throwIfAborted();
    const count = Math.min(shardImages, imageCount - firstIndex);
    const shard = stored.get(firstIndex);
    if (shard?.count === count) {
      unpackLatentRows(await services.store.read(shard.sha256), rows, firstIndex);
    } else {
      const run = { firstIndex, count };
      const bytes = await encodeRun(services, process, data, run, (done) =>
        onProgress((firstIndex + done) / imageCount),
      );
      unpackLatentRows(bytes, rows, firstIndex);
      const { sha256, sizeBytes } = await services.store.put(bytes, "LATENT_SHARD");
      const { latentSetId } = data;
      await saveLatentShard(services.ctx, { ...held, ...shape, ...run, latentSetId, sha256, sizeBytes });
    }
    onProgress((firstIndex + count) / imageCount);
  }
  return rows;
}

async function encodeRun(
  { store }: JobServices,
  process: ComputeProcess,
  { datasetVersion }: EncodedData,
  { firstIndex, count }: { firstIndex: number; count: number },
  onDone: (images: number) => void,
): Promise<Uint8Array> {
  const { height, width, channels, shards } = datasetVersion;
  const parts: Uint8Array[] = [];
  for (let done = 0; done < count; done += batchImages) {
    const inBatch = Math.min(batchImages, count - done);
    const indices = Array.from({ length: inBatch }, (_, i) => firstIndex + done + i);
    const images = await readImages(store, shards, indices, height * width * channels);
    parts.push(await process.call("encode", { count: inBatch, height, width, channels, images }));
    onDone(done + inBatch);
  }
  return new Uint8Array(Buffer.concat(parts));
}
