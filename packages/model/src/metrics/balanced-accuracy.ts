import { checkPaired, checkWeights } from "./check-input.ts";
import { NotEnoughDataError } from "./metric-errors.ts";

/**
 * Mean recall over the classes that occur in `labels` (scikit-learn's definition), so that a rare class weighs as
 * much as a common one.
 *
 * @param predicted `[n]` classes
 * @param labels `[n]` classes
 * @param weights `[n]`, optional case weights
 * @throws NotEnoughDataError without cases
 */
export function balancedAccuracy(
  predicted: ArrayLike<number>,
  labels: ArrayLike<number>,
  weights?: ArrayLike<number>,
): number {
  checkPaired("balancedAccuracy", predicted, labels);
  checkWeights("balancedAccuracy", weights, labels.length);
  const right = new Map<number, number>();
  const total = new Map<number, number>();
  for (let i = 0; i < labels.length; i++) {
    const label = labels[i] ?? 0;
    const weight = weights ? (weights[i] ?? 0) : 1;
    total.set(label, (total.get(label) ?? 0) + weight);
    if (predicted[i] === label) right.set(label, (right.get(label) ?? 0) + weight);
  }
  let sum = 0;
  let classes = 0;
  for (const [label, weight] of total) {
    if (weight === 0) continue;
    sum += (right.get(label) ?? 0) / weight;
    classes++;
  }
  if (classes === 0) throw new NotEnoughDataError("balancedAccuracy", "All case weights are 0.");
  return sum / classes;
}
