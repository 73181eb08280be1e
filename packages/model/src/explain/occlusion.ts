import type { Score } from "./faithfulness.ts";

/** Patches along each side of the image. */
const patches = 8;

/**
 * Occlusion (Zeiler & Fergus 2014): how much the score falls when a patch has the image's mean instead of what is there.
 *
 * @param image `[side, side, channels]` in 0…1
 * @returns `[side, side]`
 */
export async function occlusion(score: Score, image: Float32Array, side: number): Promise<Float32Array> {
  const channels = image.length / side / side;
  const blank = image.reduce((sum, value) => sum + value, 0) / image.length;
  const patchOf = (pixel: number) =>
    Math.floor((Math.floor(pixel / side) * patches) / side) * patches + Math.floor(((pixel % side) * patches) / side);
  const covered = new Float32Array(patches * patches * image.length);
  for (let patch = 0; patch < patches * patches; patch++) {
    covered.set(image, patch * image.length);
    for (let place = 0; place < image.length; place++) {
      if (patchOf(Math.floor(place / channels)) === patch) covered[patch * image.length + place] = blank;
    }
  }
  const [before = 0] = await score(image);
  const after = await score(covered);
  return Float32Array.from({ length: side * side }, (_, pixel) => before - (after[patchOf(pixel)] ?? 0));
}
