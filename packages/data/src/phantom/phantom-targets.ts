import type { ImageBox } from "../image-source.ts";
import type { PhantomMasks } from "./render-phantom.ts";

export const PHANTOM_MASK_CLASSES = ["background", "lungs", "heart", "opacity"];
export const PHANTOM_BOX_CLASSES = ["opacity"];

/** One mask out of three, uint8 of the same length: what lies over something else in the image is what counts. */
export function joinMasks({ lungs, heart, opacity }: PhantomMasks, into: Uint8Array): void {
  for (let i = 0; i < into.length; i++) {
    into[i] = opacity[i] ? 3 : heart[i] ? 2 : lungs[i] ? 1 : 0;
  }
}

/** The smallest box of whole pixels around what is not 0 in a mask `[height, width]`; null when everything is. */
export function boxAround(mask: Uint8Array, width: number): ImageBox | null {
  let [left, right, top, bottom] = [width, -1, -1, -1];
  for (let i = mask.indexOf(1); i >= 0; i = mask.indexOf(1, i + 1)) {
    const x = i % width;
    if (x < left) left = x;
    if (x > right) right = x;
    bottom = (i - x) / width;
    if (top < 0) top = bottom;
  }
  return right < 0 ? null : { classIndex: 0, left, top, width: right - left + 1, height: bottom - top + 1 };
}
