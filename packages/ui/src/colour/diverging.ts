import { interpolateStops, type Rgb } from "./interpolate.ts";

// Blue and orange differ for every colour vision; both ends are as far from the middle in lightness.
const onPaper: readonly Rgb[] = [
  [5, 78, 130],
  [67, 141, 190],
  [158, 202, 225],
  [247, 247, 247],
  [253, 190, 133],
  [223, 121, 38],
  [153, 72, 4],
];

const onBlack: readonly Rgb[] = [
  [140, 214, 255],
  [48, 141, 201],
  [16, 74, 112],
  [11, 12, 14],
  [118, 62, 14],
  [214, 121, 38],
  [255, 200, 130],
];

/**
 * Differences from −1 (blue) over 0 to +1 (orange). On `"black"`, the surround of images, nothing changed is near-black and
 * change glows; on `"paper"` it is near-white.
 */
export function diverging(value: number, surround: "paper" | "black" = "paper"): Rgb {
  const position = Number.isNaN(value) ? 0.5 : (value + 1) / 2;
  return interpolateStops(surround === "paper" ? onPaper : onBlack, position);
}
