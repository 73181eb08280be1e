import type { ModelVersion } from "@diaphane/db";

/** Sizes as ordinary numbers, which every client reads: none comes near 2⁵³. */
export function withPlainNumbers<Row extends Pick<ModelVersion, "multiplyAdds" | "bundleSizeBytes">>(row: Row) {
  return { ...row, multiplyAdds: Number(row.multiplyAdds), bundleSizeBytes: Number(row.bundleSizeBytes) };
}
