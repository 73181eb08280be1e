export interface Summary {
  n: number;
  mean: number;
  /** Of the sample (n − 1); null for fewer than two. */
  standardDeviation: number | null;
}

/** Mean and spread of some values; null for none. */
export function summarise(values: readonly number[]): Summary | null {
  const n = values.length;
  if (n === 0) return null;
  const mean = values.reduce((sum, value) => sum + value, 0) / n;
  if (n === 1) return { n, mean, standardDeviation: null };
  // Two passes: the sum of squares loses all digits where the spread is small against the mean.
  const squares = values.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  return { n, mean, standardDeviation: Math.sqrt(squares / (n - 1)) };
}
