import { CholeskyDecomposition, Matrix } from "ml-matrix";

export interface DiscriminantOptions {
  /** `[n]`, how much each case counts; once unless given */
  weights?: ArrayLike<number>;
  /** `[n]` strata such as the label, whose means are taken out first; none unless given */
  within?: ArrayLike<number>;
  /** Of the within-group covariance towards a multiple of the identity; .1 unless given. */
  shrinkage?: number;
}

/** Difference of two groups' means, and their common covariance about their means. */
export interface GroupContrast {
  /** `[latentDim]`, second group minus first; with strata, the mean over strata that hold both. */
  difference: Float64Array;
  /** `[latentDim, latentDim]` about the means of each group and stratum, shrunk */
  covariance: Matrix;
}

/**
 * Fisher's discriminant `Σ_w⁻¹(m₁ − m₀)` `[latentDim]`: the direction that tells two groups apart best when they share a covariance.
 * @param codes `[n, latentDim]`; @param members `[n]`, 0 or 1, −1 for cases that are left out
 */
export function linearDiscriminant(
  codes: ArrayLike<number>,
  latentDim: number,
  members: ArrayLike<number>,
  options: DiscriminantOptions = {},
): Float64Array {
  const { difference, covariance } = groupContrast(codes, latentDim, members, options);
  return Float64Array.from(new CholeskyDecomposition(covariance).solve(Matrix.columnVector(difference)).to1DArray());
}

/** What a discriminant, an oblique projection or a difference of means is made of. Both groups need a case in a common stratum. */
export function groupContrast(
  codes: ArrayLike<number>,
  latentDim: number,
  members: ArrayLike<number>,
  { weights, within, shrinkage = 0.1 }: DiscriminantOptions = {},
): GroupContrast {
  const cells = new Map<number, { sum: Float64Array; total: number }>();
  const weightOf = (row: number): number => (weights ? (weights[row] ?? 0) : 1);
  const keyOf = (row: number): number => (within?.[row] ?? 0) * 2 + (members[row] ?? 0);
  for (let row = 0; row < members.length; row++) {
    if ((members[row] ?? -1) < 0) continue;
    const key = keyOf(row);
    const cell = cells.get(key) ?? { sum: new Float64Array(latentDim), total: 0 };
    cells.set(key, cell);
    cell.total += weightOf(row);
    for (let j = 0; j < latentDim; j++) {
      cell.sum[j] = (cell.sum[j] ?? 0) + weightOf(row) * (codes[row * latentDim + j] ?? 0);
    }
  }
  const means = new Map([...cells].map(([key, { sum, total }]) => [key, sum.map((one) => one / total)]));
  const scatter = Matrix.zeros(latentDim, latentDim);
  let total = 0;
  const off = new Float64Array(latentDim);
  for (let row = 0; row < members.length; row++) {
    if ((members[row] ?? -1) < 0) continue;
    const mean = means.get(keyOf(row));
    const weight = weightOf(row);
    total += weight;
    for (let j = 0; j < latentDim; j++) off[j] = (codes[row * latentDim + j] ?? 0) - (mean?.[j] ?? 0);
    for (let j = 0; j < latentDim; j++) {
      for (let k = 0; k <= j; k++) scatter.set(j, k, scatter.get(j, k) + weight * (off[j] ?? 0) * (off[k] ?? 0));
    }
  }
  for (let j = 0; j < latentDim; j++) for (let k = 0; k < j; k++) scatter.set(k, j, scatter.get(j, k));
  return { difference: meanDifference(means, latentDim), covariance: shrink(scatter.div(total), shrinkage) };
}

function meanDifference(means: ReadonlyMap<number, Float64Array>, latentDim: number): Float64Array {
  const difference = new Float64Array(latentDim);
  let strata = 0;
  for (const [key, first] of means) {
    const second = key % 2 === 0 ? means.get(key + 1) : undefined;
    if (!second) continue;
    strata++;
    for (let j = 0; j < latentDim; j++) difference[j] = (difference[j] ?? 0) + (second[j] ?? 0) - (first[j] ?? 0);
  }
  return difference.map((one) => one / Math.max(1, strata));
}

/** `(1 − λ)·Σ + λ·(tr Σ / d)·I` (Ledoit & Wolf 2004, with λ given): definite also where latents never vary. */
export function shrink(covariance: Matrix, shrinkage: number): Matrix {
  const size = covariance.rows;
  const level = covariance.trace() / size;
  return Matrix.mul(covariance, 1 - shrinkage).add(Matrix.eye(size, size, shrinkage * level + 1e-12));
}
