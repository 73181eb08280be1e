import { confusionMatrix } from "../confusion-matrix.ts";

/** Overlap of two masks, by class. */
export interface Overlap {
  /** `[classCount]` 2·|A∩B| / (|A| + |B|), 0…1. Null where neither mask has the class. */
  dice: (number | null)[];
  /** `[classCount]` |A∩B| / |A∪B|, 0…1. Null where neither mask has the class. */
  iou: (number | null)[];
  /** Means over the classes after the background (class 0) that are not null; null when all are. */
  meanDice: number | null;
  meanIou: number | null;
}

/**
 * Dice coefficient (Dice 1945) and intersection over union (Jaccard 1912) of two masks.
 *
 * **Empty masks:** a class in neither mask has no overlap to measure and is null, which means over images leave out; a class in
 * one of them only has 0.
 *
 * @param predicted `[pixels]` classes; @param reference `[pixels]` classes
 * @throws NotEnoughDataError without pixels; MetricInputError for a class out of range
 */
export function overlap(predicted: ArrayLike<number>, reference: ArrayLike<number>, classCount: number): Overlap {
  const matrix = confusionMatrix(predicted, reference, classCount);
  const sums = matrix.map((row, k) => ({
    shared: row[k] ?? 0,
    both: row.reduce((sum, count) => sum + count, 0) + matrix.reduce((sum, other) => sum + (other[k] ?? 0), 0),
  }));
  const dice = sums.map(({ shared, both }) => (both === 0 ? null : (2 * shared) / both));
  const iou = sums.map(({ shared, both }) => (both === 0 ? null : shared / (both - shared)));
  return { dice, iou, meanDice: meanOfForeground(dice), meanIou: meanOfForeground(iou) };
}

function meanOfForeground(byClass: (number | null)[]): number | null {
  const present = byClass.slice(1).filter((value) => value !== null);
  return present.length === 0 ? null : present.reduce((sum, value) => sum + value, 0) / present.length;
}
