import path from "node:path";
import { type SampleColumns, splitOrder } from "@diaphane/core";
import { readShard, type Shard, type Store } from "@diaphane/data";
import { type Box, fitBoxes, fitImages, fitMasks, imageDigests, TrainingCancelled } from "@diaphane/model";
import { PixelFileWriter } from "./pixel-file.ts";
import type { SpooledData, SpooledSet } from "./spooled-set.ts";

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

/** Images brought to a network's size at once: the event loop waits for that. */
const chunkBytes = 2 ** 21;

/**
 * Writes a version's images and masks, brought to the size that a network reads, into files, split by split in sample order. A version
 * is never in memory, and each shard is verified as it is read.
 *
 * @param folder an empty one
 * @throws DataError when the store lacks or garbled a shard; TrainingCancelled when the signal is aborted
 */
export async function spoolVersion(
  store: Store,
  version: VersionImages,
  { inputSize, channels, maskClasses }: { inputSize: number; channels: 1 | 3; maskClasses: readonly string[] },
  { folder, signal }: { folder: string; signal: AbortSignal },
): Promise<SpooledData> {
  const { height, width, samples } = version;
  const area = height * width;
  const digests: (string | null)[][] = splitOrder.map(() => []);
  const images = await spoolShards(store, samples.splits, {
    ...{ shards: version.shards, itemBytes: area * version.channels, name: path.join(folder, "images") },
    signal,
    async fit(bytes, split) {
      const count = bytes.length / (area * version.channels);
      const batch = { count, height, width, channels: version.channels, images: bytes };
      digests[split]?.push(...(await imageDigests(batch)));
      return fitImages(batch, inputSize, channels).images;
    },
  });
  // Masks that no head learns are left where they are.
  const hasMasks = maskClasses.length > 0 && version.maskClasses.length > 0;
  const masks = await spoolShards(store, samples.splits, {
    ...{ shards: hasMasks ? version.maskShards : [], itemBytes: area, name: path.join(folder, "masks") },
    signal,
    fit: async (bytes) => fitMasks(bytes, { height, width }, inputSize),
  });
  const sets = splitOrder.map((_, split): SpooledSet | undefined => {
    const [ofImages, ofMasks] = [images[split], masks[split]];
    if (!ofImages || !ofMasks) return undefined;
    const set: SpooledSet = {
      ...columnsOf(version, split, inputSize),
      ...{ height: inputSize, width: inputSize, channels, images: ofImages, digests: digests[split] ?? [] },
    };
    return hasMasks ? { ...set, segmentation: { classes: version.maskClasses, masks: ofMasks } } : set;
  });
  const [train, validation, test] = sets;
  if (!train || !validation || !test) throw new Error("splitOrder names three splits");
  return test.count === 0 ? { train, validation } : { train, validation, test };
}

/** All that is known of the images of a split but their pixels. */
function columnsOf(
  { samples, classes, boxClasses, boxes, subjects, attributes, ...shape }: VersionImages,
  split: number,
  size: number,
) {
  const inSplit = (_value: unknown, index: number): boolean => samples.splits[index] === split;
  const labels = Int32Array.from(samples.labels.filter(inSplit));
  const fitted = (boxes ?? []).filter(inSplit).map((ofImage) => ofImage && fitBoxes(ofImage, shape, size));
  return {
    ...{ count: labels.length, classes, labels },
    ...(boxClasses.length > 0 ? { detection: { classes: boxClasses, boxes: fitted } } : {}),
    ...(subjects ? { subjects: subjects.filter(inSplit) } : {}),
    ...(attributes.size > 0
      ? { attributes: new Map([...attributes].map(([name, column]) => [name, column.filter(inSplit)])) }
      : {}),
  };
}

interface Spooling {
  shards: readonly Shard[];
  /** Bytes of an image, or of a mask. */
  itemBytes: number;
  /** Of the files, before that of the split. */
  name: string;
  signal: AbortSignal;
  fit(bytes: Uint8Array, split: number): Promise<Uint8Array>;
}

/** @returns a file for each split */
async function spoolShards(store: Store, splits: Uint8Array, { shards, itemBytes, name, signal, fit }: Spooling) {
  const writers: PixelFileWriter[] = [];
  for (const split of splitOrder) writers.push(await PixelFileWriter.create(`${name}-${split.toLowerCase()}`));
  const chunk = Math.max(1, Math.floor(chunkBytes / itemBytes));
  for (const shard of [...shards].sort((a, b) => a.firstIndex - b.firstIndex)) {
    const bytes = await readShard(store, shard, itemBytes);
    for (const [split, writer] of writers.entries()) {
      const items = Array.from({ length: shard.count }, (_, item) => item).filter(
        (item) => splits[shard.firstIndex + item] === split,
      );
      for (let from = 0; from < items.length; from += chunk) {
        if (signal.aborted) throw new TrainingCancelled(0);
        await writer.add(await fit(gathered(bytes, items.slice(from, from + chunk), itemBytes), split));
      }
    }
  }
  return await Promise.all(writers.map((writer) => writer.close()));
}

function gathered(bytes: Uint8Array, items: readonly number[], itemBytes: number): Uint8Array {
  const out = new Uint8Array(items.length * itemBytes);
  items.forEach((item, place) => {
    out.set(bytes.subarray(item * itemBytes, (item + 1) * itemBytes), place * itemBytes);
  });
  return out;
}
