/** "mean ± standard deviation" over seeds. */
export function meanAndDeviation(values: readonly number[], digits: number): string {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const variance = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / Math.max(1, values.length - 1);
  // A mean that rounds to nothing has no sign.
  const shown = mean.toFixed(digits).replace(/^-(0\.?0*)$/, "$1");
  return values.length < 2 ? shown : `${shown} ± ${Math.sqrt(variance).toFixed(digits)}`;
}
