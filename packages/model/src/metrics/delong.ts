import { checkFinite, checkLabels, checkPaired } from "./check-input.ts";
import { NotEnoughDataError } from "./metric-errors.ts";
import { normalQuantile } from "./normal-distribution.ts";
import { rankScores } from "./ranked-scores.ts";
import type { Estimate } from "./stratified-bootstrap.ts";

/** What each case adds to an AUROC: the means of both lists are the AUROC itself. */
export interface StructuralComponents {
  auroc: number;
  /** `[positives]` in case order: share of negatives that score below the case, ties counting half. */
  positive: Float64Array;
  /** `[negatives]` in case order: share of positives that score above the case, ties counting half. */
  negative: Float64Array;
}

/**
 * Structural components of an AUROC from ranks, in O(n log n) (Sun & Xu 2014).
 *
 * @param scores `[n]`; @param labels `[n]`, 1 positive, 0 negative
 * @throws NotEnoughDataError with fewer than two cases of a class: there is no variance then
 */
export function structuralComponents(scores: ArrayLike<number>, labels: ArrayLike<number>): StructuralComponents {
  checkPaired("delong", scores, labels);
  checkFinite("delong", scores);
  checkLabels("delong", labels, 2);
  let positives = 0;
  for (let i = 0; i < labels.length; i++) positives += labels[i] ?? 0;
  const negatives = labels.length - positives;
  if (Math.min(positives, negatives) < 2) {
    throw new NotEnoughDataError(
      "delong",
      `A variance needs two cases of each class; there are ${positives} positive and ${negatives} negative.`,
    );
  }
  const byCase = componentsByCase(scores, labels, positives, negatives);
  const positive = byCase.filter((_, i) => labels[i] === 1);
  const negative = byCase.filter((_, i) => labels[i] !== 1);
  return { auroc: mean(positive), positive, negative };
}

/** One pass over the cases in order of falling score, a run of equal scores at a time. */
function componentsByCase(
  scores: ArrayLike<number>,
  labels: ArrayLike<number>,
  positives: number,
  negatives: number,
): Float64Array {
  const { order, endsTie } = rankScores(scores);
  const byCase = new Float64Array(order.length);
  let positivesAbove = 0;
  let negativesAbove = 0;
  let from = 0;
  for (let rank = 0; rank < order.length; rank++) {
    if (endsTie[rank] === 0) continue;
    let tiedPositives = 0;
    for (let k = from; k <= rank; k++) tiedPositives += labels[order[k] ?? 0] ?? 0;
    const tiedNegatives = rank + 1 - from - tiedPositives;
    const ofPositive = (negatives - negativesAbove - tiedNegatives / 2) / negatives;
    const ofNegative = (positivesAbove + tiedPositives / 2) / positives;
    for (let k = from; k <= rank; k++) {
      const index = order[k] ?? 0;
      byCase[index] = labels[index] === 1 ? ofPositive : ofNegative;
    }
    positivesAbove += tiedPositives;
    negativesAbove += tiedNegatives;
    from = rank + 1;
  }
  return byCase;
}

/** Covariance of the AUROCs of two scores on the same cases; the variance when both are the same (DeLong et al. 1988). */
export function aurocCovariance(a: StructuralComponents, b: StructuralComponents): number {
  return (
    covariance(a.positive, b.positive) / a.positive.length + covariance(a.negative, b.negative) / a.negative.length
  );
}

/**
 * AUROC with DeLong's interval: normal on the AUROC itself, cut at 0 and 1. An AUROC of exactly 1 (or 0) gets an interval
 * of no width, which says nothing of how sure it is.
 *
 * @param scores `[n]`; @param labels `[n]`, 1 positive, 0 negative; @param level coverage, .95 unless given
 * @throws NotEnoughDataError with fewer than two cases of a class
 */
export function delongAuroc(
  scores: ArrayLike<number>,
  labels: ArrayLike<number>,
  level = 0.95,
): Estimate & { variance: number } {
  const components = structuralComponents(scores, labels);
  const variance = aurocCovariance(components, components);
  const half = normalQuantile((1 + level) / 2) * Math.sqrt(variance);
  const value = components.auroc;
  return { value, interval: [Math.max(0, value - half), Math.min(1, value + half)], variance };
}

function covariance(a: Float64Array, b: Float64Array): number {
  const [meanA, meanB] = [mean(a), mean(b)];
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += ((a[i] ?? 0) - meanA) * ((b[i] ?? 0) - meanB);
  return sum / (a.length - 1);
}

function mean(values: Float64Array): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
