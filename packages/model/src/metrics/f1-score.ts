import { checkPaired, checkWeights } from "./check-input.ts";
import { NotEnoughDataError } from "./metric-errors.ts";

/**
 * Harmonic mean of precision and recall of one class: `2·TP / (2·TP + FP + FN)`.
 *
 * @param predicted `[n]` classes; @param labels `[n]` classes; @param positive the class in question
 * @throws NotEnoughDataError when the class is neither labelled nor predicted anywhere
 */
export function f1Score(
  predicted: ArrayLike<number>,
  labels: ArrayLike<number>,
  positive = 1,
  weights?: ArrayLike<number>,
): number {
  checkPaired("f1Score", predicted, labels);
  checkWeights("f1Score", weights, labels.length);
  let both = 0;
  let either = 0;
  for (let i = 0; i < labels.length; i++) {
    const weight = weights ? (weights[i] ?? 0) : 1;
    const isPredicted = predicted[i] === positive;
    const isLabelled = labels[i] === positive;
    if (isPredicted && isLabelled) both += weight;
    else if (isPredicted || isLabelled) either += weight;
  }
  if (both + either === 0) {
    throw new NotEnoughDataError("f1Score", `Class ${positive} is neither labelled nor predicted in any case.`);
  }
  return (2 * both) / (2 * both + either);
}
