import { type SampleColumns, splitOrder } from "@diaphane/core";
import { readShard, type Shard, type Store } from "@diaphane/data";
import type { ImageSet, TrainingData } from "@diaphane/model";

/** A data set version as `claimRun` gives it. */
export interface VersionImages {
  height: number;
  width: number;
  channels: number;
  classes: string[];
  shards: Shard[];
  /** In index order, one for each image. */
  samples: Pick<SampleColumns, "labels" | "splits">;
  /** Attributes as numbers, in index order. */
  attributes: ReadonlyMap<string, Float32Array>;
}

/** All images of a version in memory, split by split in sample order. @throws DataError when the store lacks or garbled a shard */
export async function loadVersionImages(store: Store, version: VersionImages): Promise<TrainingData> {
  const { height, width, channels, classes, shards, samples, attributes } = version;
  const imageBytes = height * width * channels;
  const sets = splitOrder.map((_, split): ImageSet => {
    const count = samples.splits.reduce((sum, each) => (each === split ? sum + 1 : sum), 0);
    const images = new Uint8Array(count * imageBytes);
    const inSplit = (_value: number, index: number) => samples.splits[index] === split;
    const columns = new Map([...attributes].map(([name, column]) => [name, column.filter(inSplit)]));
    const labels = new Int32Array(count);
    return { count, height, width, channels, classes, images, labels, attributes: columns };
  });
  const filled = sets.map(() => 0);
  for (const shard of shards) {
    const pixels = await readShard(store, shard, imageBytes);
    for (let i = 0; i < shard.count; i++) {
      const index = shard.firstIndex + i;
      const split = samples.splits[index] ?? 0;
      const place = filled[split] ?? 0;
      sets[split]?.images.set(pixels.subarray(i * imageBytes, (i + 1) * imageBytes), place * imageBytes);
      sets[split]?.labels.set([samples.labels[index] ?? -1], place);
      filled[split] = place + 1;
    }
  }
  const [train, validation, test] = sets;
  if (!train || !validation || !test) throw new Error("splitOrder names three splits");
  return test.count === 0 ? { train, validation } : { train, validation, test };
}
