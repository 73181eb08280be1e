import { checkFinite, checkLabels, checkPaired, checkWeights } from "./check-input.ts";
import { NotEnoughDataError } from "./metric-errors.ts";
import { type RankedScores, rankScores } from "./ranked-scores.ts";

/**
 * Area under the ROC curve: the chance that a positive case scores above a negative one, ties counting half
 * (Hanley & McNeil 1982). O(n log n).
 *
 * @param scores `[n]`, higher means more positive; any finite numbers
 * @param labels `[n]`, 1 positive, 0 negative
 * @param weights `[n]`, optional case weights
 * @throws NotEnoughDataError when one class has no case; MetricInputError when a score is not finite
 */
export function auroc(scores: ArrayLike<number>, labels: ArrayLike<number>, weights?: ArrayLike<number>): number {
  checkPaired("auroc", scores, labels);
  checkFinite("auroc", scores);
  checkLabels("auroc", labels, 2);
  checkWeights("auroc", weights, labels.length);
  return rankedAuroc(rankScores(scores), labels, 1, weights);
}

/**
 * The same on scores ranked before, with `positive` against all other labels: the inner loop of the bootstrap.
 * Labels and weights are not checked here.
 */
export function rankedAuroc(
  { order, endsTie }: RankedScores,
  labels: ArrayLike<number>,
  positive: number,
  weights?: ArrayLike<number>,
): number {
  let positivesAbove = 0;
  let negatives = 0;
  let tiedPositives = 0;
  let tiedNegatives = 0;
  let area = 0;
  for (let rank = 0; rank < order.length; rank++) {
    const index = order[rank] ?? 0;
    const weight = weights ? (weights[index] ?? 0) : 1;
    if (labels[index] === positive) tiedPositives += weight;
    else tiedNegatives += weight;
    if (endsTie[rank] === 1) {
      area += tiedNegatives * (positivesAbove + tiedPositives / 2);
      positivesAbove += tiedPositives;
      negatives += tiedNegatives;
      tiedPositives = 0;
      tiedNegatives = 0;
    }
  }
  if (positivesAbove === 0 || negatives === 0) {
    throw new NotEnoughDataError(
      "auroc",
      `It compares cases of both classes; there are ${positivesAbove} positive and ${negatives} negative.`,
    );
  }
  return area / (positivesAbove * negatives);
}
