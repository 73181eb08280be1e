import { rankedAuroc } from "./auroc.ts";
import { checkTable, checkWeights } from "./check-input.ts";
import { MetricInputError, NotEnoughDataError } from "./metric-errors.ts";
import { type RankedScores, rankScores } from "./ranked-scores.ts";

export interface MulticlassAurocOptions {
  /**
   * What to do with a class that no case (or every case) has: "throw" (default), or "skip" it and average over the
   * others. "skip" is for watching training on small validation sets; a published number should never need it.
   */
  absentClasses?: "throw" | "skip";
  /** `[n]`, optional case weights. */
  weights?: ArrayLike<number>;
}

/**
 * Unweighted mean over classes of the one-vs-rest AUROC, as published for MedMNIST (Yang et al. 2023).
 *
 * @param probabilities `[n, classCount]`, row by row; rows need not sum to 1
 * @param labels `[n]`, 0 … classCount − 1
 * @throws NotEnoughDataError naming the class that is absent, or when there are no cases
 */
export function multiclassAuroc(
  probabilities: ArrayLike<number>,
  labels: ArrayLike<number>,
  classCount: number,
  options: MulticlassAurocOptions = {},
): number {
  checkTable("multiclassAuroc", probabilities, labels, classCount);
  checkWeights("multiclassAuroc", options.weights, labels.length);
  if (classCount < 2) {
    throw new MetricInputError("multiclassAuroc", `it needs at least 2 classes, got ${classCount}.`);
  }
  const classes = usableClasses(labels, classCount, options.absentClasses ?? "throw");
  const ranked = rankColumns(probabilities, labels.length, classCount, classes);
  return meanRankedAuroc(ranked, labels, options.weights);
}

/** One class's ranked scores. */
export interface RankedClass {
  classIndex: number;
  scores: RankedScores;
}

/** Sorts the column of each class once. */
export function rankColumns(
  probabilities: ArrayLike<number>,
  count: number,
  classCount: number,
  classes: readonly number[],
): RankedClass[] {
  return classes.map((classIndex) => {
    const column = new Float64Array(count);
    for (let i = 0; i < count; i++) column[i] = probabilities[i * classCount + classIndex] ?? 0;
    return { classIndex, scores: rankScores(column) };
  });
}

/** Mean of the one-vs-rest areas of classes ranked before. */
export function meanRankedAuroc(
  ranked: readonly RankedClass[],
  labels: ArrayLike<number>,
  weights?: ArrayLike<number>,
): number {
  let sum = 0;
  for (const { classIndex, scores } of ranked) sum += rankedAuroc(scores, labels, classIndex, weights);
  return sum / ranked.length;
}

/** Classes that have cases in and outside of them. */
export function usableClasses(
  labels: ArrayLike<number>,
  classCount: number,
  absentClasses: "throw" | "skip",
): number[] {
  const counts = new Array<number>(classCount).fill(0);
  for (let i = 0; i < labels.length; i++) {
    const label = labels[i] ?? 0;
    counts[label] = (counts[label] ?? 0) + 1;
  }
  const usable: number[] = [];
  counts.forEach((count, classIndex) => {
    if (count > 0 && count < labels.length) usable.push(classIndex);
    else if (absentClasses === "throw") {
      throw new NotEnoughDataError(
        "multiclassAuroc",
        `Class ${classIndex} has ${count} of the ${labels.length} cases; it needs cases in and outside of each class.`,
      );
    }
  });
  if (usable.length === 0) throw new NotEnoughDataError("multiclassAuroc", "All cases are of one class.");
  return usable;
}
