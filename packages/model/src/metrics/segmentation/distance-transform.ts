/** A grid of pixels, row by row, and how far neighbours lie apart. */
export interface Grid {
  height: number;
  width: number;
  /** Distance of neighbouring rows and columns, such as in mm; 1 and 1 count in pixels. */
  spacing: readonly [row: number, column: number];
}

/**
 * Exact squared Euclidean distance of every pixel to the nearest one that is set, in O(pixels): along columns by two sweeps,
 * along rows by the lower envelope of parabolas (Felzenszwalb & Huttenlocher 2012). Infinite when none is set.
 *
 * @param isSet `[height, width]`, 0 or 1
 * @returns `[height, width]` in squared units of the spacing
 */
export function squaredDistances(isSet: Uint8Array, { height, width, spacing }: Grid): Float64Array {
  const distances = new Float64Array(height * width);
  for (let x = 0; x < width; x++) sweepColumn(isSet, distances, x, height, width, spacing[0]);
  const row = new Float64Array(width);
  const envelope = { centres: new Int32Array(width), borders: new Float64Array(width) };
  for (let from = 0; from < distances.length; from += width) {
    row.set(distances.subarray(from, from + width));
    sweepRow(row, distances.subarray(from, from + width), envelope, spacing[1]);
  }
  return distances;
}

function sweepColumn(
  isSet: Uint8Array,
  distances: Float64Array,
  x: number,
  height: number,
  width: number,
  step: number,
): void {
  let nearest = Number.POSITIVE_INFINITY;
  for (let y = 0; y < height; y++) {
    nearest = isSet[y * width + x] === 1 ? 0 : nearest + 1;
    distances[y * width + x] = nearest;
  }
  nearest = Number.POSITIVE_INFINITY;
  for (let y = height - 1; y >= 0; y--) {
    const place = y * width + x;
    nearest = Math.min(nearest + 1, distances[place] ?? 0);
    distances[place] = (nearest * step) ** 2;
  }
}

/** Writes min over q of (step·(p − q))² + heights[q] for every p. */
function sweepRow(
  heights: Float64Array,
  out: Float64Array,
  { centres, borders }: { centres: Int32Array; borders: Float64Array },
  step: number,
): void {
  let last = -1;
  for (let q = 0; q < heights.length; q++) {
    const here = heights[q] ?? 0;
    if (here === Number.POSITIVE_INFINITY) continue;
    let border = Number.NEGATIVE_INFINITY;
    while (last >= 0) {
      const before = centres[last] ?? 0;
      // Where the parabola of q comes under that of the centre before it.
      border = (q + before) / 2 + (here - (heights[before] ?? 0)) / (2 * step * step * (q - before));
      if (border > (borders[last] ?? 0)) break;
      border = Number.NEGATIVE_INFINITY;
      last--;
    }
    last++;
    centres[last] = q;
    borders[last] = border;
  }
  if (last < 0) {
    out.fill(Number.POSITIVE_INFINITY);
    return;
  }
  let current = 0;
  for (let p = 0; p < heights.length; p++) {
    while (current < last && (borders[current + 1] ?? 0) < p) current++;
    const centre = centres[current] ?? 0;
    out[p] = (step * (p - centre)) ** 2 + (heights[centre] ?? 0);
  }
}
