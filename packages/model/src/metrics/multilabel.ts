import { rankedAuroc } from "./auroc.ts";
import { checkFinite, checkLabels, checkWeights } from "./check-input.ts";
import { MetricInputError, NotEnoughDataError } from "./metric-errors.ts";
import { rankScores } from "./ranked-scores.ts";

/**
 * Unweighted mean over labels of each label's AUROC, as published for the multi-label sets of MedMNIST (Yang et al. 2023).
 *
 * @param scores `[n, labelCount]`, row by row; @param labels `[n, labelCount]`, 0 or 1
 * @param weights `[n]`, optional case weights
 * @throws NotEnoughDataError naming a label that no case or every case has
 */
export function multilabelAuroc(
  scores: ArrayLike<number>,
  labels: ArrayLike<number>,
  labelCount: number,
  weights?: ArrayLike<number>,
): number {
  const count = checkMultilabel("multilabelAuroc", scores, labels, labelCount);
  checkWeights("multilabelAuroc", weights, count);
  let sum = 0;
  for (let label = 0; label < labelCount; label++) {
    const truth = column(labels, label, labelCount);
    const positives = truth.reduce((total, value) => total + value, 0);
    if (positives === 0 || positives === count) {
      throw new NotEnoughDataError("multilabelAuroc", `Label ${label} has ${positives} of the ${count} cases.`);
    }
    sum += rankedAuroc(rankScores(column(scores, label, labelCount)), truth, 1, weights);
  }
  return sum / labelCount;
}

/**
 * Mean over labels of the share of cases that a threshold decides rightly: MedMNIST's ACC of multi-label sets. That a score
 * at the threshold is positive is our rule (`thresholded`); MedMNIST's own script calls it negative.
 *
 * @param probabilities `[n, labelCount]`, row by row; @param labels `[n, labelCount]`, 0 or 1
 * @param weights `[n]`, optional case weights
 * @throws NotEnoughDataError without cases
 */
export function multilabelAccuracy(
  probabilities: ArrayLike<number>,
  labels: ArrayLike<number>,
  labelCount: number,
  { threshold = 0.5, weights }: { threshold?: number; weights?: ArrayLike<number> } = {},
): number {
  const count = checkMultilabel("multilabelAccuracy", probabilities, labels, labelCount);
  checkWeights("multilabelAccuracy", weights, count);
  let right = 0;
  let total = 0;
  for (let i = 0; i < labels.length; i++) {
    const weight = weights ? (weights[Math.floor(i / labelCount)] ?? 0) : 1;
    total += weight;
    if ((probabilities[i] ?? 0) >= threshold === (labels[i] === 1)) right += weight;
  }
  if (total === 0) throw new NotEnoughDataError("multilabelAccuracy", "All case weights are 0.");
  return right / total;
}

/** @returns the number of cases */
function checkMultilabel(
  metric: string,
  scores: ArrayLike<number>,
  labels: ArrayLike<number>,
  labelCount: number,
): number {
  if (!(labelCount >= 1) || labels.length % labelCount !== 0 || scores.length !== labels.length) {
    throw new MetricInputError(
      metric,
      `expected scores and labels [n, ${labelCount}], got ${scores.length} and ${labels.length} values.`,
    );
  }
  if (labels.length === 0) throw new NotEnoughDataError(metric, "There are 0 cases.");
  checkFinite(metric, scores);
  checkLabels(metric, labels, 2);
  return labels.length / labelCount;
}

function column(table: ArrayLike<number>, index: number, columns: number): Float64Array {
  return Float64Array.from({ length: table.length / columns }, (_, row) => table[row * columns + index] ?? 0);
}
