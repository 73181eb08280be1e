import type { claimExport } from "@diaphane/core";
import { type ImageRows, type ImageSource, readShard, type Shard, type Store } from "@diaphane/data";

type ClaimedExport = NonNullable<Awaited<ReturnType<typeof claimExport>>>;

/**
 * A version of a data set as images come from a file: the same pixels, masks and samples, shard by shard.
 *
 * @throws DataError from its rows when the store lacks or garbled a shard
 */
export function versionSource(store: Store, claimed: Omit<ClaimedExport, "id" | "claim" | "format">): ImageSource {
  const { version, shards, maskShards, attributes, samples, name, isSynthetic } = claimed;
  const { height, width, channels, classes, maskClasses, boxClasses, hasSubjects, imageCount: count } = version;
  const area = height * width;
  const kinds = { BINARY: "binary", CATEGORICAL: "categorical", CONTINUOUS: "continuous" } as const;
  const meta = {
    ...{ name, count, height, width, channels: channels === 3 ? (3 as const) : (1 as const) },
    ...{ classes, maskClasses, boxClasses, hasSubjects, isSynthetic },
    attributes: attributes.map((attribute) => ({ ...attribute, kind: kinds[attribute.kind] })),
  };

  async function* rows(): AsyncGenerator<ImageRows> {
    const maskOf = maskReader(store, maskShards, area);
    for (const shard of shards) {
      const images = await readShard(store, shard, area * channels);
      const chunk = samples.slice(shard.firstIndex, shard.firstIndex + shard.count);
      const masks = maskClasses.length > 0 ? { masks: await maskOf(shard) } : {};
      yield { images, samples: chunk, ...masks };
    }
  }
  return { meta, rows, close: async () => {} };
}

/** Masks of a run of images; their shards are cut in other places than the images'. */
function maskReader(store: Store, shards: readonly Shard[], area: number) {
  let last: { shard: Shard; bytes: Uint8Array } | undefined;
  return async ({ firstIndex, count }: Shard): Promise<Uint8Array> => {
    const masks = new Uint8Array(count * area);
    for (const shard of shards) {
      const from = Math.max(firstIndex, shard.firstIndex);
      const to = Math.min(firstIndex + count, shard.firstIndex + shard.count);
      if (from >= to) continue;
      if (last?.shard !== shard) last = { shard, bytes: await readShard(store, shard, area) };
      const part = last.bytes.subarray((from - shard.firstIndex) * area, (to - shard.firstIndex) * area);
      masks.set(part, (from - firstIndex) * area);
    }
    return masks;
  };
}
