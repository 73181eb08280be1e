import { checkFinite, checkLabels, checkPaired, checkWeights } from "./check-input.ts";
import { NotEnoughDataError } from "./metric-errors.ts";

/**
 * Share of the positive cases that score at or above the threshold (true positive rate, recall).
 *
 * @param scores `[n]`; @param labels `[n]`, 0 or 1; @param weights `[n]`, optional case weights
 * @throws NotEnoughDataError without positive cases
 */
export function sensitivity(
  scores: ArrayLike<number>,
  labels: ArrayLike<number>,
  threshold: number,
  weights?: ArrayLike<number>,
): number {
  return shareReaching("sensitivity", 1, scores, labels, threshold, weights);
}

/**
 * Share of the negative cases that score below the threshold (true negative rate).
 *
 * @param scores `[n]`; @param labels `[n]`, 0 or 1; @param weights `[n]`, optional case weights
 * @throws NotEnoughDataError without negative cases
 */
export function specificity(
  scores: ArrayLike<number>,
  labels: ArrayLike<number>,
  threshold: number,
  weights?: ArrayLike<number>,
): number {
  return 1 - shareReaching("specificity", 0, scores, labels, threshold, weights);
}

function shareReaching(
  metric: string,
  label: 0 | 1,
  scores: ArrayLike<number>,
  labels: ArrayLike<number>,
  threshold: number,
  weights: ArrayLike<number> | undefined,
): number {
  checkPaired(metric, scores, labels);
  checkFinite(metric, scores);
  checkLabels(metric, labels, 2);
  checkWeights(metric, weights, labels.length);
  let reached = 0;
  let total = 0;
  for (let i = 0; i < labels.length; i++) {
    if (labels[i] !== label) continue;
    const weight = weights ? (weights[i] ?? 0) : 1;
    total += weight;
    if ((scores[i] ?? 0) >= threshold) reached += weight;
  }
  if (total === 0) {
    throw new NotEnoughDataError(metric, `There is no ${label === 1 ? "positive" : "negative"} case.`);
  }
  return reached / total;
}
