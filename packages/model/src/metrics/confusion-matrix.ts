import { checkLabels, checkPaired } from "./check-input.ts";

/**
 * Counts of cases by true class (row) and predicted class (column).
 *
 * @param predicted `[n]` classes; @param labels `[n]` classes, both 0 … classCount − 1
 * @returns `[classCount][classCount]`
 * @throws NotEnoughDataError without cases; MetricInputError for a class out of range
 */
export function confusionMatrix(
  predicted: ArrayLike<number>,
  labels: ArrayLike<number>,
  classCount: number,
): number[][] {
  checkPaired("confusionMatrix", predicted, labels);
  checkLabels("confusionMatrix", labels, classCount);
  checkLabels("confusionMatrix", predicted, classCount);
  const matrix = Array.from({ length: classCount }, () => new Array<number>(classCount).fill(0));
  for (let i = 0; i < labels.length; i++) {
    const row = matrix[labels[i] ?? 0];
    const column = predicted[i] ?? 0;
    if (row) row[column] = (row[column] ?? 0) + 1;
  }
  return matrix;
}
