/**
 * A run of images in the store, the raw bytes uint8 `[count, height, width, channels]` and nothing else; or of masks,
 * uint8 `[count, height, width]`.
 */
export interface Shard {
  sha256: string;
  /** Index of its first image in the data set. */
  firstIndex: number;
  count: number;
}

/** A shard as it was just written. */
export interface StoredShard extends Shard {
  sizeBytes: number;
}
