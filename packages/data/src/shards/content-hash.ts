import { createHash } from "node:crypto";
import type { ImageRows, ImageSourceMeta } from "../image-source.ts";

/**
 * The identity of a data set version: pixels, labels, splits, subjects, attributes, classes and shape, in order. It
 * does not depend on how the rows were chunked or packed into shards, nor on the file's name.
 */
export class ContentHash {
  private readonly pixels = createHash("sha256");
  private readonly samples = createHash("sha256");
  private readonly meta: ImageSourceMeta;

  constructor(meta: ImageSourceMeta) {
    this.meta = meta;
  }

  add({ images, samples }: ImageRows): void {
    this.pixels.update(images);
    for (const { split, label, subject, attributes } of samples) {
      const sorted = Object.entries(attributes).sort(([a], [b]) => (a < b ? -1 : 1));
      this.samples.update(`${JSON.stringify([split, label, subject, sorted])}\n`);
    }
  }

  /** Ends the hash: to be called once. */
  digest(): string {
    const { height, width, channels, classes, attributes } = this.meta;
    const definitions = attributes.map(({ name, kind, values }) => [name, kind, values]);
    return createHash("sha256")
      .update(JSON.stringify(["diaphane-dataset-1", height, width, channels, classes, definitions]))
      .update(this.pixels.digest())
      .update(this.samples.digest())
      .digest("hex");
  }
}
