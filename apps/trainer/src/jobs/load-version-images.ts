import { type SampleColumns, splitOrder } from "@diaphane/core";
import { readShard, type Shard, type Store } from "@diaphane/data";
import type { Box, ImageSet, TrainingData } from "@diaphane/model";

/** A data set version as `claimRun` gives it. */
export interface VersionImages {
  height: number;
  width: number;
  channels: number;
  classes: string[];
  /** Empty when there are no masks, and then no `maskShards`. */
  maskClasses: string[];
  boxClasses: string[];
  shards: Shard[];
  maskShards: Shard[];
  /** In index order, one for each image. */
  samples: Pick<SampleColumns, "labels" | "splits">;
  /** The same; null when the version has no boxes at all. */
  boxes: (Box[] | null)[] | null;
  /** The same; null when nobody says of whom any image is. */
  subjects: (string | null)[] | null;
  /** Attributes as numbers, in index order. */
  attributes: ReadonlyMap<string, Float32Array>;
}

/**
 * All images of a version in memory with their labels, masks and boxes, split by split in sample order.
 *
 * @throws DataError when the store lacks or garbled a shard
 */
export async function loadVersionImages(store: Store, version: VersionImages): Promise<TrainingData> {
  const { height, width, channels, shards, maskShards, samples, boxes, subjects, attributes } = version;
  const area = height * width;
  const places = placesOf(samples.splits);
  const sets = splitOrder.map((_, split): ImageSet => {
    const inSplit = (_value: unknown, index: number) => samples.splits[index] === split;
    const set = emptySet(version, places.counts[split] ?? 0);
    if (subjects) set.subjects = subjects.filter(inSplit);
    if (attributes.size === 0) return set;
    return { ...set, attributes: new Map([...attributes].map(([name, column]) => [name, column.filter(inSplit)])) };
  });
  const setOf = (index: number) => sets[samples.splits[index] ?? 0];
  const placeOf = (index: number) => places.places[index] ?? 0;
  await readEach(store, shards, area * channels, (index, pixels) => {
    setOf(index)?.images.set(pixels, placeOf(index) * area * channels);
  });
  await readEach(store, maskShards, area, (index, pixels) => {
    setOf(index)?.segmentation?.masks.set(pixels, placeOf(index) * area);
  });
  for (const index of samples.splits.keys()) {
    setOf(index)?.labels.set([samples.labels[index] ?? -1], placeOf(index));
    const detection = setOf(index)?.detection;
    if (detection) detection.boxes[placeOf(index)] = boxes?.[index] ?? null;
  }
  const [train, validation, test] = sets;
  if (!train || !validation || !test) throw new Error("splitOrder names three splits");
  return test.count === 0 ? { train, validation } : { train, validation, test };
}

/** Where each sample comes to stand among those of its split, and how many of these there are. */
function placesOf(splits: Uint8Array): { places: Uint32Array; counts: number[] } {
  const places = new Uint32Array(splits.length);
  const counts = splitOrder.map(() => 0);
  splits.forEach((split, index) => {
    const count = counts[split] ?? 0;
    places[index] = count;
    counts[split] = count + 1;
  });
  return { places, counts };
}

function emptySet(
  { height, width, channels, classes, maskClasses, boxClasses }: VersionImages,
  count: number,
): ImageSet {
  const images = new Uint8Array(count * height * width * channels);
  const set: ImageSet = { count, height, width, channels, classes, images, labels: new Int32Array(count) };
  if (maskClasses.length > 0) {
    set.segmentation = { classes: maskClasses, masks: new Uint8Array(count * height * width) };
  }
  if (boxClasses.length > 0) {
    set.detection = { classes: boxClasses, boxes: Array.from({ length: count }, () => null) };
  }
  return set;
}

async function readEach(
  store: Store,
  shards: readonly Shard[],
  itemBytes: number,
  use: (index: number, pixels: Uint8Array) => void,
): Promise<void> {
  for (const shard of shards) {
    const bytes = await readShard(store, shard, itemBytes);
    for (let i = 0; i < shard.count; i++) {
      use(shard.firstIndex + i, bytes.subarray(i * itemBytes, (i + 1) * itemBytes));
    }
  }
}
