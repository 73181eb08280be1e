import { checkPaired, checkWeights } from "./check-input.ts";
import { NotEnoughDataError } from "./metric-errors.ts";

/**
 * Share of cases whose predicted class is the labelled one.
 *
 * @param predicted `[n]` classes
 * @param labels `[n]` classes
 * @param weights `[n]`, optional case weights
 * @throws NotEnoughDataError without cases
 */
export function accuracy(predicted: ArrayLike<number>, labels: ArrayLike<number>, weights?: ArrayLike<number>): number {
  checkPaired("accuracy", predicted, labels);
  checkWeights("accuracy", weights, labels.length);
  let right = 0;
  let total = 0;
  for (let i = 0; i < labels.length; i++) {
    const weight = weights ? (weights[i] ?? 0) : 1;
    total += weight;
    if (predicted[i] === labels[i]) right += weight;
  }
  if (total === 0) throw new NotEnoughDataError("accuracy", "All case weights are 0.");
  return right / total;
}
