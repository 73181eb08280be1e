import { spreadOf } from "./spread-of.ts";

/** "mean ± standard deviation" over seeds. */
export function meanAndDeviation(values: readonly number[], digits: number): string {
  const { mean, deviation } = spreadOf(values);
  // A mean that rounds to nothing has no sign.
  const shown = mean.toFixed(digits).replace(/^-(0\.?0*)$/, "$1");
  return values.length < 2 ? shown : `${shown} ± ${deviation.toFixed(digits)}`;
}
