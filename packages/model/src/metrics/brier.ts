import { checkFinite, checkLabels, checkPaired, checkTable, checkWeights } from "./check-input.ts";

/**
 * Brier score of two classes: mean of (probability − label)², 0 … 1, lower is better (Brier 1950).
 *
 * @param probabilities `[n]` of the positive class; @param labels `[n]`, 0 or 1; @param weights `[n]`, optional
 * @throws NotEnoughDataError without cases
 */
export function brier(
  probabilities: ArrayLike<number>,
  labels: ArrayLike<number>,
  weights?: ArrayLike<number>,
): number {
  checkPaired("brier", probabilities, labels);
  checkFinite("brier", probabilities);
  checkLabels("brier", labels, 2);
  checkWeights("brier", weights, labels.length);
  let sum = 0;
  let total = 0;
  for (let i = 0; i < labels.length; i++) {
    const weight = weights ? (weights[i] ?? 0) : 1;
    sum += weight * ((probabilities[i] ?? 0) - (labels[i] ?? 0)) ** 2;
    total += weight;
  }
  return sum / total;
}

/**
 * Brier score of several classes in its original form: mean over cases of the squared distance between probabilities
 * and the one-hot label, 0 … 2. For two classes that is twice `brier`.
 *
 * @param probabilities `[n, classCount]`, row by row; @param labels `[n]`
 * @throws NotEnoughDataError without cases
 */
export function multiclassBrier(
  probabilities: ArrayLike<number>,
  labels: ArrayLike<number>,
  classCount: number,
): number {
  checkTable("multiclassBrier", probabilities, labels, classCount);
  let sum = 0;
  for (let i = 0; i < labels.length; i++) {
    for (let k = 0; k < classCount; k++) {
      sum += ((probabilities[i * classCount + k] ?? 0) - (labels[i] === k ? 1 : 0)) ** 2;
    }
  }
  return sum / labels.length;
}
