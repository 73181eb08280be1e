import type { ImageBatch, ImageSet, Images } from "./image-set.ts";

/** Some of the images, in the order asked for, in memory. @param rows may repeat */
export function pickImages({ height, width, channels, images }: Images, rows: ArrayLike<number>): ImageBatch {
  const stride = height * width * channels;
  const picked = new Uint8Array(rows.length * stride);
  Array.from(rows).forEach((row, place) => {
    picked.set(images.subarray(row * stride, (row + 1) * stride), place * stride);
  });
  return { count: rows.length, height, width, channels, images: picked };
}

/** The same with their labels and attributes; masks, boxes and subjects are left behind. */
export function pickRows(set: ImageSet, rows: ArrayLike<number>): ImageSet & ImageBatch {
  const picked: ImageSet & ImageBatch = {
    ...pickImages(set, rows),
    classes: set.classes,
    labels: Int32Array.from(rows, (row) => set.labels[row] ?? -1),
  };
  if (!set.attributes) return picked;
  const pick = (values: Float32Array): Float32Array => Float32Array.from(rows, (row) => values[row] ?? Number.NaN);
  return { ...picked, attributes: new Map([...set.attributes].map(([name, values]) => [name, pick(values)])) };
}
