import type { Pixels } from "./pixels.ts";
import type { Box } from "./targets.ts";

/** How large the images are that masks or boxes belong to. */
export interface TargetShape {
  height: number;
  width: number;
}

/**
 * Brings masks to the size that a network reads, as `fitImages` does their images: each axis by itself, so that a pixel of
 * the result covers the same part of the image. It takes the class at its centre, as classes can't be averaged.
 *
 * @param masks uint8 `[count, height, width]`
 * @returns uint8 `[count, size, size]`; the very same when it fits already
 */
export function fitMasks(masks: Uint8Array, shape: TargetShape, size: number): Uint8Array;
export function fitMasks(masks: Pixels, shape: TargetShape, size: number): Pixels;
export function fitMasks(masks: Pixels, { height, width }: TargetShape, size: number): Pixels {
  if (height === size && width === size) return masks;
  const area = height * width;
  const count = masks.length / area;
  const rows = centres(height, size);
  const columns = centres(width, size);
  const fitted = new Uint8Array(count * size * size);
  let place = 0;
  for (let index = 0; index < count; index++) {
    const mask = masks.subarray(index * area, (index + 1) * area);
    for (const row of rows) {
      for (const column of columns) fitted[place++] = mask[row * width + column] ?? 0;
    }
  }
  return fitted;
}

/** The place of `from` that lies under the centre of each of `to` places. */
function centres(from: number, to: number): Int32Array {
  return Int32Array.from({ length: to }, (_, place) => Math.min(from - 1, Math.floor(((place + 0.5) * from) / to)));
}

/** Boxes in pixels of an image as boxes in pixels of the same image, brought to `size` × `size` by `fitImages`. */
export function fitBoxes(boxes: readonly Box[], { height, width }: TargetShape, size: number): Box[] {
  return boxes.map((box) => scaleBox(box, size / width, size / height));
}

/** The other way: boxes in pixels of a fitted image as boxes in pixels of the image that it was made of. */
export function unfitBoxes<B extends Box>(boxes: readonly B[], { height, width }: TargetShape, size: number): B[] {
  return boxes.map((box) => scaleBox(box, width / size, height / size));
}

function scaleBox<B extends Box>(box: B, across: number, down: number): B {
  const { left, top, width, height } = box;
  return { ...box, left: left * across, top: top * down, width: width * across, height: height * down };
}
