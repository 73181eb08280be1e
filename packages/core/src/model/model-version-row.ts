import type { ModelVersion } from "@diaphane/db";

type Sizes = Pick<ModelVersion, "multiplyAdds" | "bundleSizeBytes">;

/** Sizes as ordinary numbers, which every client reads: none comes near 2⁵³. */
export function withPlainNumbers<Row extends Sizes>(row: Row): Omit<Row, keyof Sizes> & Record<keyof Sizes, number> {
  return { ...row, multiplyAdds: Number(row.multiplyAdds), bundleSizeBytes: Number(row.bundleSizeBytes) };
}
