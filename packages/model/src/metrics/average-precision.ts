import { checkFinite, checkLabels, checkPaired, checkWeights } from "./check-input.ts";
import { NotEnoughDataError } from "./metric-errors.ts";
import { rankScores } from "./ranked-scores.ts";

/**
 * Average precision: Σ (recall step × precision at it) over falling thresholds, without interpolation.
 *
 * @param scores `[n]`; @param labels `[n]`, 0 or 1; @param weights `[n]`, optional case weights
 * @throws NotEnoughDataError without positive cases
 */
export function averagePrecision(
  scores: ArrayLike<number>,
  labels: ArrayLike<number>,
  weights?: ArrayLike<number>,
): number {
  checkPaired("averagePrecision", scores, labels);
  checkFinite("averagePrecision", scores);
  checkLabels("averagePrecision", labels, 2);
  checkWeights("averagePrecision", weights, labels.length);
  const { order, endsTie } = rankScores(scores);
  let found = 0;
  let foundBefore = 0;
  let seen = 0;
  let sum = 0;
  for (let rank = 0; rank < order.length; rank++) {
    const index = order[rank] ?? 0;
    const weight = weights ? (weights[index] ?? 0) : 1;
    seen += weight;
    if (labels[index] === 1) found += weight;
    if (endsTie[rank] === 1 && seen > 0) {
      sum += (found - foundBefore) * (found / seen);
      foundBefore = found;
    }
  }
  if (found === 0) throw new NotEnoughDataError("averagePrecision", "There is no positive case.");
  return sum / found;
}
