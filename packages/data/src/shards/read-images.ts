import { DataError } from "../data-error.ts";
import type { Store } from "../store/store.ts";
import type { Shard } from "./shard.ts";

/** Images whose bytes are this close are read together: a gap costs less than another read. */
const MERGE_GAP_BYTES = 64 * 1024;

/**
 * A whole shard, its hash verified: uint8 `[count, height, width, channels]`.
 *
 * @param imageBytes height × width × channels, or height × width for a shard of masks
 * @throws DataError `not-in-store`, `store-corrupt`
 */
export async function readShard(store: Store, shard: Shard, imageBytes: number): Promise<Uint8Array> {
  const images = await store.read(shard.sha256);
  if (images.length !== shard.count * imageBytes) {
    const expected = `${shard.count} images of ${imageBytes} bytes`;
    const found = `${images.length} bytes`;
    const advice = "The data set's record does not belong to this shard: import the data again.";
    throw new DataError({ code: "store-corrupt", file: "store", key: shard.sha256, expected, found, advice });
  }
  return images;
}

/**
 * Some images by index, in the order asked for, reading only their ranges.
 *
 * @param shards of the whole version, in any order
 * @param indices positions in the data set; may repeat
 * @param imageBytes height × width × channels, or height × width for shards of masks
 * @returns uint8 `[indices.length, height, width, channels]`
 * @throws DataError `not-in-store`, `store-corrupt`, `bad-options` for an index that is in no shard
 */
export async function readImages(
  store: Store,
  shards: readonly Shard[],
  indices: readonly number[],
  imageBytes: number,
): Promise<Uint8Array> {
  const out = new Uint8Array(indices.length * imageBytes);
  const sorted = [...shards].sort((a, b) => a.firstIndex - b.firstIndex);
  const wanted = indices.map((index, place) => ({ index, place })).sort((a, b) => a.index - b.index);
  let next = 0;
  for (const shard of sorted) {
    const inShard: Wanted[] = [];
    for (let item = wanted[next]; item && item.index < shard.firstIndex + shard.count; item = wanted[++next]) {
      if (item.index < shard.firstIndex || !Number.isInteger(item.index)) throw noSuchImage(item.index);
      inShard.push(item);
    }
    for (const run of runs(inShard, imageBytes)) await readRun(store, shard, run, imageBytes, out);
  }
  const left = wanted[next];
  if (left) throw noSuchImage(left.index);
  return out;
}

interface Wanted {
  index: number;
  /** Where the image goes in the answer. */
  place: number;
}

function runs(wanted: readonly Wanted[], imageBytes: number): Wanted[][] {
  const found: Wanted[][] = [];
  for (const item of wanted) {
    const run = found.at(-1);
    const last = run?.at(-1);
    if (run && last && (item.index - last.index - 1) * imageBytes <= MERGE_GAP_BYTES) run.push(item);
    else found.push([item]);
  }
  return found;
}

async function readRun(store: Store, shard: Shard, run: Wanted[], imageBytes: number, out: Uint8Array): Promise<void> {
  const first = run[0]?.index ?? 0;
  const last = run.at(-1)?.index ?? first;
  const bytes = await store.read(shard.sha256, {
    offset: (first - shard.firstIndex) * imageBytes,
    length: (last - first + 1) * imageBytes,
  });
  for (const { index, place } of run) {
    const start = (index - first) * imageBytes;
    out.set(bytes.subarray(start, start + imageBytes), place * imageBytes);
  }
}

function noSuchImage(index: number): DataError {
  const expected = "the index of an image in the data set";
  const advice = "Ask only for images of this version.";
  return new DataError({ code: "bad-options", file: "data set", expected, found: String(index), advice });
}
