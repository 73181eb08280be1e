import { randomSource } from "../random/random-source.ts";

/** Centres `[k, d]` and whose centre each point is nearest to `[n]`. */
export interface Clusters {
  centres: Float64Array;
  of: Int32Array;
}

/** k-means with far-apart starts (k-means++, Arthur & Vassilvitskii 2007). @param points `[n, d]`, n ≥ k */
export function kMeans(points: Float64Array, d: number, k: number, seed: number): Clusters {
  const count = points.length / d;
  const random = randomSource(seed);
  const centres = new Float64Array(k * d);
  const put = (centre: number, point: number): void => {
    for (let j = 0; j < d; j++) centres[centre * d + j] = points[point * d + j] ?? 0;
  };
  put(0, random.below(count));
  for (let centre = 1; centre < k; centre++) {
    const nearest = Float64Array.from(
      { length: count },
      (_, i) => nearestCentre(points, i, centres.subarray(0, centre * d), d).distance,
    );
    let left = random.uniform() * nearest.reduce((sum, one) => sum + one, 0);
    let chosen = 0;
    while (chosen + 1 < count && left > (nearest[chosen] ?? 0)) left -= nearest[chosen++] ?? 0;
    put(centre, chosen);
  }
  const of = new Int32Array(count).fill(-1);
  for (let step = 0; step < 100; step++) {
    let moved = 0;
    for (let i = 0; i < count; i++) {
      const { centre } = nearestCentre(points, i, centres, d);
      if (of[i] !== centre) moved++;
      of[i] = centre;
    }
    if (moved === 0) break;
    const totals = new Float64Array(k);
    const sums = new Float64Array(k * d);
    for (let i = 0; i < count; i++) {
      const centre = of[i] ?? 0;
      totals[centre] = (totals[centre] ?? 0) + 1;
      for (let j = 0; j < d; j++) sums[centre * d + j] = (sums[centre * d + j] ?? 0) + (points[i * d + j] ?? 0);
    }
    for (let i = 0; i < k * d; i++) {
      const total = totals[Math.floor(i / d)] ?? 0;
      // A centre that lost all of its points stays where it was.
      if (total > 0) centres[i] = (sums[i] ?? 0) / total;
    }
  }
  return { centres, of };
}

/** @param dimensions how many of the leading coordinates count; all unless given */
export function nearestCentre(
  points: ArrayLike<number>,
  point: number,
  centres: Float64Array,
  d: number,
  dimensions: number = d,
): { centre: number; distance: number } {
  let best = { centre: 0, distance: Number.POSITIVE_INFINITY };
  for (let centre = 0; centre < centres.length / d; centre++) {
    let distance = 0;
    for (let j = 0; j < dimensions; j++)
      distance += ((points[point * d + j] ?? 0) - (centres[centre * d + j] ?? 0)) ** 2;
    if (distance < best.distance) best = { centre, distance };
  }
  return best;
}
