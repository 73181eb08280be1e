import { createHash } from "node:crypto";
import type { ImageBox, ImageRows, ImageSourceMeta } from "../image-source.ts";

/**
 * The identity of a data set version: pixels, labels, splits, subjects, attributes, classes and shape, in order, and
 * masks and boxes where there are any (without them it is what it was before there could be any). It does not depend on how the rows were chunked or packed into shards, nor on the file's name.
 */
export class ContentHash {
  private readonly pixels = createHash("sha256");
  private readonly samples = createHash("sha256");
  private readonly masks = createHash("sha256");
  private readonly meta: ImageSourceMeta;

  constructor(meta: ImageSourceMeta) {
    this.meta = meta;
  }

  add({ images, masks, samples }: ImageRows): void {
    const hasBoxes = this.meta.boxClasses.length > 0;
    this.pixels.update(images);
    if (masks) this.masks.update(masks);
    for (const { split, label, subject, attributes, boxes } of samples) {
      const sorted = Object.entries(attributes).sort(([a], [b]) => (a < b ? -1 : 1));
      const fields = [split, label, subject, sorted, ...(hasBoxes ? [boxes?.map(fieldsOf) ?? null] : [])];
      this.samples.update(`${JSON.stringify(fields)}\n`);
    }
  }

  /** Ends the hash: to be called once. */
  digest(): string {
    const { height, width, channels, classes, attributes, maskClasses, boxClasses } = this.meta;
    const hasTargets = maskClasses.length + boxClasses.length > 0;
    const definitions = attributes.map(({ name, kind, values }) => [name, kind, values]);
    const shape = [height, width, channels, classes, definitions];
    const header = hasTargets
      ? ["diaphane-dataset-2", ...shape, maskClasses, boxClasses]
      : ["diaphane-dataset-1", ...shape];
    const hash = createHash("sha256")
      .update(JSON.stringify(header))
      .update(this.pixels.digest())
      .update(this.samples.digest());
    if (hasTargets) hash.update(this.masks.digest());
    return hash.digest("hex");
  }
}

function fieldsOf({ classIndex, left, top, width, height }: ImageBox): number[] {
  return [classIndex, left, top, width, height];
}
