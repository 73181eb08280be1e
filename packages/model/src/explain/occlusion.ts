import type { Score } from "./faithfulness.ts";

/** Patches along each side of the image. */
const patches = 8;
export const occlusionPatches = patches * patches;

/**
 * Occlusion (Zeiler & Fergus 2014): how much the score falls when a patch has the image's mean instead of what is there.
 *
 * @param image `[side, side, channels]` in 0…1
 * @returns `[side, side]`
 */
export async function occlusion(score: Score, image: Float32Array, side: number): Promise<Float32Array> {
  const [before = 0] = await score(image);
  const after = await score(coveredImages(image, side, { from: 0, count: occlusionPatches }));
  return patchMap(
    Float64Array.from(after, (value) => before - value),
    side,
  );
}

/** The image with one patch after the other covered: for patches `from` … `from + count`, `[count, side, side, channels]`. */
export function coveredImages(
  image: Float32Array,
  side: number,
  { from, count }: { from: number; count: number },
): Float32Array {
  const channels = image.length / side / side;
  const blank = image.reduce((sum, value) => sum + value, 0) / image.length;
  const covered = new Float32Array(count * image.length);
  for (let row = 0; row < count; row++) {
    covered.set(image, row * image.length);
    for (let place = 0; place < image.length; place++) {
      if (patchOf(Math.floor(place / channels), side) === from + row) covered[row * image.length + place] = blank;
    }
  }
  return covered;
}

/** A value for each patch as a map `[side, side]`. */
export function patchMap(values: ArrayLike<number>, side: number): Float32Array {
  return Float32Array.from({ length: side * side }, (_, pixel) => values[patchOf(pixel, side)] ?? 0);
}

function patchOf(pixel: number, side: number): number {
  const row = Math.floor((Math.floor(pixel / side) * patches) / side);
  return row * patches + Math.floor(((pixel % side) * patches) / side);
}
