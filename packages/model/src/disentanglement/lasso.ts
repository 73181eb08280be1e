/** A column brought to mean 0 and variance 1, and how. */
export interface Standardisation {
  mean: number;
  /** Population standard deviation; 1 for a column that never varies, which so becomes 0. */
  deviation: number;
}

export function standardisation(values: Float64Array): Standardisation {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const variance = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length;
  return { mean, deviation: variance > 1e-12 ? Math.sqrt(variance) : 1 };
}

export function standardise(values: Float64Array, { mean, deviation }: Standardisation): Float64Array {
  return values.map((value) => (value - mean) / deviation);
}

/** Mean product of every pair of columns `[columns][columns]`. */
export function gramMatrix(columns: readonly Float64Array[]): Float64Array[] {
  return columns.map((a) => Float64Array.from(columns, (b) => meanProduct(a, b)));
}

/**
 * Lasso (Tibshirani 1996): least of Σ(y − Xw)² / 2n + penalty·Σ|w|, by cyclic coordinate descent on the Gram matrix
 * (Friedman et al. 2010), so that its cost does not depend on n.
 *
 * @param columns X `[latents]` of `[n]`, standardised; @param gram their Gram matrix; @param target y `[n]`, standardised
 * @returns w `[latents]`
 */
export function lasso(
  columns: readonly Float64Array[],
  gram: readonly Float64Array[],
  target: Float64Array,
  penalty: number,
): Float64Array {
  const products = columns.map((column) => meanProduct(column, target));
  const weights = new Float64Array(columns.length);
  for (let sweep = 0; sweep < 10_000; sweep++) {
    let change = 0;
    for (let j = 0; j < weights.length; j++) {
      const row = gram[j] ?? new Float64Array();
      const own = row[j] ?? 0;
      if (own === 0) continue;
      let rest = (products[j] ?? 0) + own * (weights[j] ?? 0);
      for (let k = 0; k < weights.length; k++) rest -= (row[k] ?? 0) * (weights[k] ?? 0);
      const weight = (Math.sign(rest) * Math.max(0, Math.abs(rest) - penalty)) / own;
      change = Math.max(change, Math.abs(weight - (weights[j] ?? 0)));
      weights[j] = weight;
    }
    if (change < 1e-13) break;
  }
  return weights;
}

function meanProduct(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += (a[i] ?? 0) * (b[i] ?? 0);
  return sum / a.length;
}
