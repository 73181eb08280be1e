import { checkLabels, checkPaired } from "../check-input.ts";
import { MetricInputError } from "../metric-errors.ts";
import { quantile } from "../quantile.ts";
import { type Grid, squaredDistances } from "./distance-transform.ts";

export interface HausdorffOptions {
  height: number;
  width: number;
  /** Distance of neighbouring rows and columns; 1 and 1 (pixels) unless given. */
  spacing?: Grid["spacing"];
  /** 95 unless given: robust against a few stray pixels. 100 is Hausdorff's own. */
  percentile?: number;
}

/**
 * Hausdorff distance of the outlines of two masks, in units of the spacing: the greater of both directions' 95th percentiles
 * of the distance from an outline to the other (HD95; Huttenlocher et al. 1993, as in Metrics Reloaded and MONAI; medpy
 * pools both directions before the percentile instead). An outline is the pixels of a mask with a 4-neighbour outside of
 * it; the world outside of the image is not in the mask.
 *
 * **Empty masks:** when both are empty there is nothing to measure and it is null, which means over images leave out. When one is
 * empty it is the diagonal of the image, the greatest distance there can be, so that a miss is never left out.
 *
 * @param predicted `[height, width]`, 0 or 1; @param reference `[height, width]`, 0 or 1
 * @throws MetricInputError when the shape does not fit the data or a value is not 0 or 1
 */
export function hausdorffDistance(
  predicted: ArrayLike<number>,
  reference: ArrayLike<number>,
  { height, width, spacing = [1, 1], percentile = 95 }: HausdorffOptions,
): number | null {
  checkPaired("hausdorffDistance", predicted, reference);
  if (predicted.length !== height * width) {
    throw new MetricInputError(
      "hausdorffDistance",
      `expected masks [${height}, ${width}] = ${height * width} values, got ${predicted.length}.`,
    );
  }
  checkLabels("hausdorffDistance", predicted, 2);
  checkLabels("hausdorffDistance", reference, 2);
  const a = boundsOf(predicted, width);
  const b = boundsOf(reference, width);
  if (a === null && b === null) return null;
  if (a === null || b === null) return Math.hypot((height - 1) * spacing[0], (width - 1) * spacing[1]);
  // Nothing outside of both masks' frame matters to their distances.
  const frame = {
    ...{ top: Math.min(a.top, b.top), left: Math.min(a.left, b.left) },
    ...{ bottom: Math.max(a.bottom, b.bottom), right: Math.max(a.right, b.right) },
  };
  const grid = { height: frame.bottom - frame.top + 1, width: frame.right - frame.left + 1, spacing };
  const outlines = [predicted, reference].map((mask) => outline(cut(mask, width, frame, grid), grid));
  const [from = new Uint8Array(), to = new Uint8Array()] = outlines;
  return Math.max(directed(from, to, grid, percentile), directed(to, from, grid, percentile));
}

function directed(from: Uint8Array, to: Uint8Array, grid: Grid, percentile: number): number {
  const distances = squaredDistances(to, grid).filter((_, place) => from[place] === 1);
  return quantile(distances.sort().map(Math.sqrt), percentile / 100);
}

interface Bounds {
  top: number;
  left: number;
  bottom: number;
  right: number;
}

/** The frame of what is set, null when nothing is. */
function boundsOf(mask: ArrayLike<number>, width: number): Bounds | null {
  let bounds: Bounds | null = null;
  for (let place = 0; place < mask.length; place++) {
    if (mask[place] !== 1) continue;
    const y = Math.floor(place / width);
    const x = place % width;
    bounds ??= { top: y, left: x, bottom: y, right: x };
    bounds.bottom = y;
    if (x < bounds.left) bounds.left = x;
    if (x > bounds.right) bounds.right = x;
  }
  return bounds;
}

function cut(mask: ArrayLike<number>, width: number, { top, left }: Bounds, grid: Grid): Uint8Array {
  const part = new Uint8Array(grid.height * grid.width);
  for (let y = 0; y < grid.height; y++) {
    const from = (y + top) * width + left;
    for (let x = 0; x < grid.width; x++) part[y * grid.width + x] = mask[from + x] ?? 0;
  }
  return part;
}

/** Pixels of the mask that have a 4-neighbour which is not in it. */
function outline(mask: Uint8Array, { height, width }: Grid): Uint8Array {
  const edge = new Uint8Array(mask.length);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const place = y * width + x;
      if (mask[place] !== 1) continue;
      const isInner =
        y > 0 &&
        y < height - 1 &&
        x > 0 &&
        x < width - 1 &&
        mask[place - width] === 1 &&
        mask[place + width] === 1 &&
        mask[place - 1] === 1 &&
        mask[place + 1] === 1;
      edge[place] = isInner ? 0 : 1;
    }
  }
  return edge;
}
