import { MetricInputError, NotEnoughDataError } from "./metric-errors.ts";

/** Throws unless `a` and `b` have the same length and at least one case. */
export function checkPaired(metric: string, a: ArrayLike<number>, b: ArrayLike<number>): void {
  if (a.length !== b.length) {
    throw new MetricInputError(metric, `expected two arrays of the same length, got ${a.length} and ${b.length}.`);
  }
  if (a.length === 0) throw new NotEnoughDataError(metric, "There are 0 cases.");
}

/** Throws unless every value is a finite number. */
export function checkFinite(metric: string, values: ArrayLike<number>): void {
  for (let i = 0; i < values.length; i++) {
    const value = values[i];
    if (!Number.isFinite(value)) {
      throw new MetricInputError(metric, `value ${i} is ${value}. Scores must be finite numbers.`);
    }
  }
}

/** Throws unless every label is a whole number in `0 … classCount − 1`. Unlabelled cases must be left out before. */
export function checkLabels(metric: string, labels: ArrayLike<number>, classCount: number): void {
  for (let i = 0; i < labels.length; i++) {
    const label = labels[i];
    if (label === undefined || !Number.isInteger(label) || label < 0 || label >= classCount) {
      throw new MetricInputError(metric, `label ${i} is ${label}, expected a class from 0 to ${classCount - 1}.`);
    }
  }
}

/** Throws unless `probabilities` is a finite `[n, classCount]` table (row by row) for `n` labels, and n > 0. */
export function checkTable(
  metric: string,
  probabilities: ArrayLike<number>,
  labels: ArrayLike<number>,
  classCount: number,
): void {
  if (probabilities.length !== labels.length * classCount) {
    throw new MetricInputError(
      metric,
      `expected probabilities [${labels.length}, ${classCount}] = ${labels.length * classCount} values, got ${probabilities.length}.`,
    );
  }
  if (labels.length === 0) throw new NotEnoughDataError(metric, "There are 0 cases.");
  checkFinite(metric, probabilities);
  checkLabels(metric, labels, classCount);
}

/** Throws unless `weights` (when given) are `count` finite numbers ≥ 0. */
export function checkWeights(metric: string, weights: ArrayLike<number> | undefined, count: number): void {
  if (!weights) return;
  if (weights.length !== count) {
    throw new MetricInputError(metric, `expected ${count} case weights, got ${weights.length}.`);
  }
  for (let i = 0; i < weights.length; i++) {
    const weight = weights[i] ?? Number.NaN;
    if (!(weight >= 0 && weight < Number.POSITIVE_INFINITY)) {
      throw new MetricInputError(metric, `weight ${i} is ${weight}, expected a finite number of at least 0.`);
    }
  }
}
