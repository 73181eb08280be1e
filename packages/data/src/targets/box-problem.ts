import type { ImageBox } from "../image-source.ts";

/** How far a box may stick out of its image, in pixels: what single precision makes of a box that ends at the border. */
const TOLERANCE = 1e-3;

export interface BoxProblem {
  expected: string;
  found: string;
}

/** What is wrong with a box; null for a good one. @param among the image's size and the number of box classes */
export function boxProblem(
  { classIndex, left, top, width, height }: ImageBox,
  among: { height: number; width: number; classes: number },
): BoxProblem | null {
  if (!Number.isInteger(classIndex) || classIndex < 0 || classIndex >= among.classes) {
    return { expected: `a class from 0 to ${among.classes - 1}`, found: `class ${classIndex}` };
  }
  const found = `left ${left}, top ${top}, width ${width}, height ${height}`;
  if (!(width > 0 && height > 0)) return { expected: "a box with a width and a height over 0", found };
  const isInside =
    left >= -TOLERANCE &&
    top >= -TOLERANCE &&
    left + width <= among.width + TOLERANCE &&
    top + height <= among.height + TOLERANCE;
  return isInside ? null : { expected: `a box inside the image of ${among.width} × ${among.height} pixels`, found };
}
