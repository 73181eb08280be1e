import { DataError } from "../data-error.ts";
import type { ImageRows, ImageSample, ImageSource, ImageSourceMeta } from "../image-source.ts";
import type { Store } from "../store/store.ts";
import { ContentHash } from "./content-hash.ts";

export const MAX_SHARD_BYTES = 32 * 1024 * 1024;

/** A run of images in the store: the raw bytes uint8 `[count, height, width, channels]`, nothing else. */
export interface Shard {
  sha256: string;
  /** Index of its first image in the data set. */
  firstIndex: number;
  count: number;
}

export interface PackedImages {
  meta: ImageSourceMeta;
  contentHash: string;
  shards: (Shard & { sizeBytes: number })[];
}

export interface PackOptions {
  /** 32 MiB unless given; a single image may be larger. */
  maxShardBytes?: number;
  signal?: AbortSignal;
  /** Called in order with every run of samples, so that they are written as they come; `firstIndex` counts from 0. */
  onSamples?(samples: readonly ImageSample[], firstIndex: number): void | Promise<void>;
}

/**
 * Streams a source into the store as shards of bounded size. Shards of a source that fails half-way stay in the store
 * without anybody referring to them, and are found again by their hash at the next try.
 *
 * @throws DataError what the source throws, and `wrong-labels` or `wrong-shape` when it breaks its own promises;
 *   the signal's reason when aborted
 */
export async function packShards(source: ImageSource, store: Store, options: PackOptions = {}): Promise<PackedImages> {
  const { meta } = source;
  const imageBytes = meta.height * meta.width * meta.channels;
  const shardImages = Math.max(1, Math.floor((options.maxShardBytes ?? MAX_SHARD_BYTES) / imageBytes));
  const buffer = new Uint8Array(Math.min(shardImages, Math.max(1, meta.count)) * imageBytes);
  const shards: PackedImages["shards"] = [];
  const hash = new ContentHash(meta);
  let buffered = 0;
  let done = 0;

  async function flush(): Promise<void> {
    if (buffered === 0) return;
    const { sha256, sizeBytes } = await store.put(buffer.subarray(0, buffered), "SHARD");
    const count = buffered / imageBytes;
    shards.push({ sha256, sizeBytes, firstIndex: done - count, count });
    buffered = 0;
  }

  for await (const rows of source.rows()) {
    options.signal?.throwIfAborted();
    checkRows(meta, rows, imageBytes, done);
    hash.add(rows);
    await options.onSamples?.(rows.samples, done);
    for (let i = 0; i < rows.samples.length; i++) {
      if (buffered === buffer.length) await flush();
      buffer.set(rows.images.subarray(i * imageBytes, (i + 1) * imageBytes), buffered);
      buffered += imageBytes;
      done++;
    }
  }
  await flush();
  options.signal?.throwIfAborted();
  if (done !== meta.count) {
    const expected = `${meta.count} images`;
    throw new DataError({
      code: "truncated",
      file: meta.name,
      expected,
      found: String(done),
      advice: "Import it again.",
    });
  }
  return { meta, contentHash: hash.digest(), shards };
}

function checkRows(meta: ImageSourceMeta, { images, samples }: ImageRows, imageBytes: number, first: number): void {
  const file = meta.name;
  if (images.length !== samples.length * imageBytes) {
    const expected = `${samples.length} images of ${imageBytes} bytes`;
    const found = `${images.length} bytes`;
    const advice = "Pixels and samples of a chunk must belong together.";
    throw new DataError({ code: "wrong-shape", file, key: `images from ${first}`, expected, found, advice });
  }
  samples.forEach(({ label }, i) => {
    if (label === null || (Number.isInteger(label) && label >= 0 && label < meta.classes.length)) return;
    const expected = `a class from 0 to ${meta.classes.length - 1}, or none`;
    const advice = "Number the classes 0, 1, 2, … without gaps.";
    const key = `image ${first + i}`;
    throw new DataError({ code: "wrong-labels", file, key, expected, found: String(label), advice });
  });
}
