import { checkFinite, checkLabels, checkPaired } from "./check-input.ts";
import { NotEnoughDataError } from "./metric-errors.ts";
import { rankScores } from "./ranked-scores.ts";

/** One point: what happens when every case that scores at or above `threshold` is called positive. */
export interface RocPoint {
  /** Null at the corner where no case is called positive. */
  threshold: number | null;
  truePositiveRate: number;
  falsePositiveRate: number;
}

/**
 * The ROC curve, one point a distinct score, from (0, 0) to (1, 1). Points in the middle of a straight piece are left
 * out, as they change neither the drawing nor the area.
 *
 * @param scores `[n]`; @param labels `[n]`, 0 or 1
 * @throws NotEnoughDataError when one class has no case
 */
export function rocCurve(scores: ArrayLike<number>, labels: ArrayLike<number>): RocPoint[] {
  checkPaired("rocCurve", scores, labels);
  checkFinite("rocCurve", scores);
  checkLabels("rocCurve", labels, 2);
  const { order, endsTie } = rankScores(scores);
  const steps: { threshold: number | null; truePositives: number; falsePositives: number }[] = [
    { threshold: null, truePositives: 0, falsePositives: 0 },
  ];
  let truePositives = 0;
  let falsePositives = 0;
  for (let rank = 0; rank < order.length; rank++) {
    const index = order[rank] ?? 0;
    if (labels[index] === 1) truePositives++;
    else falsePositives++;
    if (endsTie[rank] === 1) steps.push({ threshold: scores[index] ?? 0, truePositives, falsePositives });
  }
  if (truePositives === 0 || falsePositives === 0) {
    throw new NotEnoughDataError(
      "rocCurve",
      `It needs cases of both classes; there are ${truePositives} positive and ${falsePositives} negative.`,
    );
  }
  // Counts are whole numbers, so a bend is told exactly by the cross product of neighbouring steps.
  const kept = steps.filter((step, i) => {
    const before = steps[i - 1];
    const after = steps[i + 1];
    if (!before || !after) return true;
    const cross =
      (step.truePositives - before.truePositives) * (after.falsePositives - step.falsePositives) -
      (step.falsePositives - before.falsePositives) * (after.truePositives - step.truePositives);
    return cross !== 0;
  });
  return kept.map((step) => ({
    threshold: step.threshold,
    truePositiveRate: step.truePositives / truePositives,
    falsePositiveRate: step.falsePositives / falsePositives,
  }));
}
