import { type Columns, crossCovariance, meansOf } from "./moments.ts";

/**
 * How far a covariance is best shrunk towards a multiple of the identity: expected squared error of the sample covariance over its
 * distance from that target (Ledoit & Wolf 2004, eq. 14), with cases that count differently. The fewer the cases, the more; no other
 * data are needed to choose it. A fixed tenth on hundreds of images took more of the disease's directions than it spared.
 *
 * @param columns `[latentDim]` of `[count]` each; @param weights `[count]`
 * @returns 0 … 1
 */
export function estimateShrinkage(columns: Columns, weights: Float64Array): number {
  const covariance = crossCovariance(columns, columns, weights);
  const means = meansOf(columns, weights);
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const level = covariance.trace() / columns.length;
  let [distance, error] = [0, 0];
  for (let j = 0; j < columns.length; j++) {
    for (let k = 0; k < columns.length; k++) {
      const ofPair = covariance.get(j, k);
      distance += (ofPair - (j === k ? level : 0)) ** 2;
      for (let row = 0; row < weights.length; row++) {
        const product = offMean(columns, means, j, row) * offMean(columns, means, k, row);
        error += (((weights[row] ?? 0) / total) * (product - ofPair)) ** 2;
      }
    }
  }
  // A multiple of the identity is its own target.
  return distance === 0 ? 0 : Math.min(1, error / distance);
}

function offMean(columns: Columns, means: readonly number[], j: number, row: number): number {
  return (columns[j]?.[row] ?? 0) - (means[j] ?? 0);
}
