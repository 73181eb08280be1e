import { rankedAuroc } from "./auroc.ts";
import { checkFinite, checkLabels, checkPaired, checkTable } from "./check-input.ts";
import { meanRankedAuroc, rankColumns, usableClasses } from "./multiclass-auroc.ts";
import { rankScores } from "./ranked-scores.ts";
import { type BootstrapOptions, type Estimate, stratifiedBootstrap } from "./stratified-bootstrap.ts";

/**
 * AUROC with its stratified bootstrap interval. Scores are sorted once; a draw costs one pass over the cases.
 *
 * @param scores `[n]`; @param labels `[n]`, 0 or 1
 * @throws NotEnoughDataError when one class has no case
 */
export function bootstrapAuroc(
  scores: ArrayLike<number>,
  labels: ArrayLike<number>,
  options: BootstrapOptions,
): Estimate {
  checkPaired("auroc", scores, labels);
  checkFinite("auroc", scores);
  checkLabels("auroc", labels, 2);
  const ranked = rankScores(scores);
  return stratifiedBootstrap((weights) => rankedAuroc(ranked, labels, 1, weights), labels, options);
}

/**
 * Mean one-vs-rest AUROC with its stratified bootstrap interval.
 *
 * @param probabilities `[n, classCount]`; @param labels `[n]`
 * @throws NotEnoughDataError when a class has no case
 */
export function bootstrapMulticlassAuroc(
  probabilities: ArrayLike<number>,
  labels: ArrayLike<number>,
  classCount: number,
  options: BootstrapOptions,
): Estimate {
  checkTable("multiclassAuroc", probabilities, labels, classCount);
  const classes = usableClasses(labels, classCount, "throw");
  const ranked = rankColumns(probabilities, labels.length, classCount, classes);
  return stratifiedBootstrap((weights) => meanRankedAuroc(ranked, labels, weights), labels, options);
}
