import { MetricInputError, NotEnoughDataError } from "../metric-errors.ts";

/**
 * Fleiss' kappa: agreement beyond chance of the same number of labels for each image, whoever gave them (Fleiss 1971).
 *
 * @param counts `[images][classes]` how many chose each class
 * @throws MetricInputError when images have different numbers of labels, or fewer than two
 * @throws NotEnoughDataError without images, or when all labels are of one class
 */
export function fleissKappa(counts: readonly ArrayLike<number>[]): number {
  const classCount = counts[0]?.length ?? 0;
  const totals = new Float64Array(classCount);
  const raters = sumOf(counts[0] ?? []);
  if (counts.length === 0) throw new NotEnoughDataError("fleissKappa", "There are no images.");
  if (raters < 2) throw new MetricInputError("fleissKappa", `Two labels an image are needed; there is ${raters}.`);
  let agreement = 0;
  for (const row of counts) {
    const sum = sumOf(row);
    if (sum !== raters) throw new MetricInputError("fleissKappa", `One image has ${raters} labels, another ${sum}.`);
    let pairs = 0;
    for (let i = 0; i < classCount; i++) {
      const count = row[i] ?? 0;
      totals[i] = (totals[i] ?? 0) + count;
      pairs += count * (count - 1);
    }
    agreement += pairs / (raters * (raters - 1));
  }
  const observed = agreement / counts.length;
  const expected = totals.reduce((sum, total) => sum + (total / (counts.length * raters)) ** 2, 0);
  if (expected >= 1) throw new NotEnoughDataError("fleissKappa", "All labels are of one class.");
  return (observed - expected) / (1 - expected);
}

function sumOf(values: ArrayLike<number>): number {
  let sum = 0;
  for (let i = 0; i < values.length; i++) sum += values[i] ?? 0;
  return sum;
}
