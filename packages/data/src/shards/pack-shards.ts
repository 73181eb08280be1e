import { DataError } from "../data-error.ts";
import type { ImageSample, ImageSource, ImageSourceMeta } from "../image-source.ts";
import type { Store } from "../store/store.ts";
import { checkRows } from "./check-rows.ts";
import { ContentHash } from "./content-hash.ts";
import type { StoredShard } from "./shard.ts";
import { ShardWriter } from "./shard-writer.ts";

export const MAX_SHARD_BYTES = 32 * 1024 * 1024;

export interface PackedImages {
  meta: ImageSourceMeta;
  contentHash: string;
  shards: StoredShard[];
  /** In the order of the images, cut elsewhere; none when there are no masks. */
  maskShards: StoredShard[];
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
 * @throws DataError what the source throws, and what `checkRows` says when it breaks its own promises; the signal's
 *   reason when aborted
 */
export async function packShards(source: ImageSource, store: Store, options: PackOptions = {}): Promise<PackedImages> {
  const { meta } = source;
  const maxShardBytes = options.maxShardBytes ?? MAX_SHARD_BYTES;
  const area = meta.height * meta.width;
  const images = new ShardWriter(store, "SHARD", { itemBytes: area * meta.channels, count: meta.count, maxShardBytes });
  // Without masks nothing is ever added, and no buffer is needed.
  const maskCount = meta.maskClasses.length > 0 ? meta.count : 0;
  const masks = new ShardWriter(store, "MASK_SHARD", { itemBytes: area, count: maskCount, maxShardBytes });
  const hash = new ContentHash(meta);
  let done = 0;
  for await (const rows of source.rows()) {
    options.signal?.throwIfAborted();
    checkRows(meta, rows, done);
    hash.add(rows);
    await options.onSamples?.(rows.samples, done);
    await images.add(rows.images);
    if (rows.masks) await masks.add(rows.masks);
    done += rows.samples.length;
  }
  await images.flush();
  await masks.flush();
  options.signal?.throwIfAborted();
  if (done !== meta.count) {
    const expected = `${meta.count} images`;
    const advice = "Import it again.";
    throw new DataError({ code: "truncated", file: meta.name, expected, found: String(done), advice });
  }
  return { meta, contentHash: hash.digest(), shards: images.shards, maskShards: masks.shards };
}
