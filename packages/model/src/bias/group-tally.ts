import type { GroupMetrics } from "./bias-report.ts";
import { calibrationBins, type ScoredCases } from "./scored-cases.ts";

/** In the order of a group's numbers in a tally. */
export const measures = [
  "accuracy",
  "auroc",
  "tpr",
  "fpr",
  "ppv",
  "selectionRate",
  "underdiagnosis",
  "ece",
  "brier",
] as const satisfies (keyof GroupMetrics)[];
export type Measure = (typeof measures)[number];

/** Where a group's measure is in a tally. */
export function placeOf(group: number, measure: Measure): number {
  return group * measures.length + measures.indexOf(measure);
}

/** The group's cases by label and prediction `[groups, classes, classes]`. */
export type Confusions = Float64Array;

export interface Tally {
  /** `[groups, measures]`, NaN where there is nothing to divide by; written anew by every call */
  values: Float64Array;
  confusions: Confusions;
  /** `[groups, bins]`: how far right answers exceed confidences in a bin; its calibration error is the sum of these, each without sign, over its cases. */
  surplus: Float64Array;
}

/**
 * Metrics of every group in one pass over the cases and one over each ranking: the inner loop of bootstraps and permutations.
 * What it returns is written anew at the next call.
 *
 * @param noFinding which class says "no finding", or null
 * @returns a function of the groups of the cases `[count]` and of how much each counts `[count]`
 */
export function groupTally(
  cases: ScoredCases,
  groupCount: number,
  noFinding: number | null,
): (groups: Int32Array, weights: Float64Array) => Tally {
  const { count, classCount, labels, predicted, bin, excess, brier, rankings } = cases;
  const confusions = new Float64Array(groupCount * classCount * classCount);
  const surplus = new Float64Array(groupCount * calibrationBins);
  const briers = new Float64Array(groupCount);
  const areas = rankings.map(() => new Float64Array(groupCount));
  const values = new Float64Array(groupCount * measures.length);
  const ranked = rankedAreas(groupCount);
  return (groups, weights) => {
    confusions.fill(0);
    surplus.fill(0);
    briers.fill(0);
    for (let i = 0; i < count; i++) {
      const weight = weights[i] ?? 0;
      if (weight === 0) continue;
      const group = groups[i] ?? 0;
      const place = (group * classCount + (labels[i] ?? 0)) * classCount + (predicted[i] ?? 0);
      confusions[place] = (confusions[place] ?? 0) + weight;
      const ofBin = group * calibrationBins + (bin[i] ?? 0);
      surplus[ofBin] = (surplus[ofBin] ?? 0) + weight * (excess[i] ?? 0);
      briers[group] = (briers[group] ?? 0) + weight * (brier[i] ?? 0);
    }
    rankings.forEach((ranking, which) => {
      ranked(ranking, labels, groups, weights, areas[which] ?? new Float64Array());
    });
    for (let group = 0; group < groupCount; group++) {
      const from = group * classCount * classCount;
      const confusion = confusions.subarray(from, from + classCount * classCount);
      const total = confusion.reduce((sum, one) => sum + one, 0);
      let error = 0;
      for (let b = 0; b < calibrationBins; b++) error += Math.abs(surplus[group * calibrationBins + b] ?? 0);
      const area = areas.reduce((sum, ofClass) => sum + (ofClass[group] ?? 0), 0) / areas.length;
      const rates = classCount === 2 ? ratesOfTwo(confusion) : ratesOfMany(confusion, classCount);
      const at = group * measures.length;
      values[at] = sumOfRight(confusion, classCount) / total;
      values[at + 1] = area;
      values[at + 2] = rates.tpr;
      values[at + 3] = rates.fpr;
      values[at + 4] = rates.ppv;
      values[at + 5] = rates.selectionRate;
      values[at + 6] = noFinding === null ? Number.NaN : missedShare(confusion, classCount, noFinding);
      values[at + 7] = error / total;
      values[at + 8] = (briers[group] ?? 0) / total;
    }
    return { values, confusions, surplus };
  };
}

function sumOfRight(confusion: Float64Array, classCount: number): number {
  let right = 0;
  for (let k = 0; k < classCount; k++) right += confusion[k * classCount + k] ?? 0;
  return right;
}

interface Rates {
  tpr: number;
  fpr: number;
  ppv: number;
  selectionRate: number;
}

function ratesOfTwo([tn = 0, fp = 0, fn = 0, tp = 0]: Float64Array): Rates {
  return {
    ...{ tpr: tp / (tp + fn), fpr: fp / (fp + tn) },
    ...{ ppv: tp / (tp + fp), selectionRate: (tp + fp) / (tp + fp + tn + fn) },
  };
}

/** Means over classes, each against the rest. */
function ratesOfMany(confusion: Float64Array, classCount: number): Rates {
  const total = confusion.reduce((sum, one) => sum + one, 0);
  let [tpr, fpr] = [0, 0];
  for (let k = 0; k < classCount; k++) {
    let [ofClass, called] = [0, 0];
    for (let other = 0; other < classCount; other++) {
      ofClass += confusion[k * classCount + other] ?? 0;
      called += confusion[other * classCount + k] ?? 0;
    }
    const right = confusion[k * classCount + k] ?? 0;
    tpr += right / ofClass / classCount;
    fpr += (called - right) / (total - ofClass) / classCount;
  }
  return { tpr, fpr, ppv: Number.NaN, selectionRate: Number.NaN };
}

/** Of the cases with a finding, the share that is called "no finding" (Seyyed-Kalantari et al. 2021). */
function missedShare(confusion: Float64Array, classCount: number, noFinding: number): number {
  let [missed, found] = [0, 0];
  for (let k = 0; k < classCount; k++) {
    if (k === noFinding) continue;
    for (let called = 0; called < classCount; called++) found += confusion[k * classCount + called] ?? 0;
    missed += confusion[k * classCount + noFinding] ?? 0;
  }
  return missed / found;
}

/** Area under the ROC curve of every group: positives times the negatives below them, ties counting half. */
function rankedAreas(groupCount: number) {
  const [positives, negatives] = [new Float64Array(groupCount), new Float64Array(groupCount)];
  const [tiedPositives, tiedNegatives] = [new Float64Array(groupCount), new Float64Array(groupCount)];
  const lastRun = new Int32Array(groupCount);
  return (
    { positive, order, run }: ScoredCases["rankings"][number],
    labels: Int32Array,
    groups: Int32Array,
    weights: Float64Array,
    areas: Float64Array,
  ): void => {
    for (const counts of [positives, negatives, tiedPositives, tiedNegatives, areas]) counts.fill(0);
    lastRun.fill(-1);
    for (let rank = 0; rank < order.length; rank++) {
      const index = order[rank] ?? 0;
      const weight = weights[index] ?? 0;
      if (weight === 0) continue;
      const group = groups[index] ?? 0;
      if (lastRun[group] !== run[rank]) {
        lastRun[group] = run[rank] ?? 0;
        tiedPositives[group] = 0;
        tiedNegatives[group] = 0;
      }
      if (labels[index] === positive) {
        areas[group] = (areas[group] ?? 0) + weight * ((negatives[group] ?? 0) - (tiedNegatives[group] ?? 0) / 2);
        positives[group] = (positives[group] ?? 0) + weight;
        tiedPositives[group] = (tiedPositives[group] ?? 0) + weight;
      } else {
        areas[group] = (areas[group] ?? 0) + (weight * (tiedPositives[group] ?? 0)) / 2;
        negatives[group] = (negatives[group] ?? 0) + weight;
        tiedNegatives[group] = (tiedNegatives[group] ?? 0) + weight;
      }
    }
    for (let group = 0; group < groupCount; group++) {
      areas[group] = (areas[group] ?? 0) / ((positives[group] ?? 0) * (negatives[group] ?? 0));
    }
  };
}
