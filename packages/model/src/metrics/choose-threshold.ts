import { checkFinite, checkLabels, checkPaired } from "./check-input.ts";
import { NotEnoughDataError } from "./metric-errors.ts";
import { rankScores } from "./ranked-scores.ts";

export interface ChosenThreshold {
  threshold: number;
  /** On the cases it was chosen on, so optimistic: report those of other data. */
  sensitivity: number;
  specificity: number;
  /** Sensitivity + specificity − 1 (Youden 1950). */
  youden: number;
}

/**
 * The threshold with the greatest Youden's J, to be chosen on **validation** data only. Candidates lie half-way
 * between neighbouring scores, so that none sits on a case. Of candidates with the same J the one nearest to 0.5 is
 * taken, and of two as near the lower one (which misses fewer positives).
 *
 * @param scores `[n]`; @param labels `[n]`, 0 or 1
 * @throws NotEnoughDataError when one class has no case
 */
export function chooseThreshold(scores: ArrayLike<number>, labels: ArrayLike<number>): ChosenThreshold {
  checkPaired("chooseThreshold", scores, labels);
  checkFinite("chooseThreshold", scores);
  checkLabels("chooseThreshold", labels, 2);
  let positives = 0;
  for (let i = 0; i < labels.length; i++) positives += labels[i] ?? 0;
  const negatives = labels.length - positives;
  if (positives === 0 || negatives === 0) {
    throw new NotEnoughDataError(
      "chooseThreshold",
      `It needs cases of both classes; there are ${positives} positive and ${negatives} negative.`,
    );
  }
  const { order, endsTie } = rankScores(scores);
  let best = { threshold: Number.POSITIVE_INFINITY, truePositives: 0, falsePositives: 0, gain: -Infinity };
  let truePositives = 0;
  let falsePositives = 0;
  for (let rank = 0; rank < order.length; rank++) {
    const index = order[rank] ?? 0;
    if (labels[index] === 1) truePositives++;
    else falsePositives++;
    if (endsTie[rank] === 0) continue;
    const here = scores[index] ?? 0;
    const below = rank + 1 < order.length ? (scores[order[rank + 1] ?? 0] ?? here) : here;
    const threshold = between(below, here);
    // J times (positives · negatives): whole numbers, so that equal is equal.
    const gain = truePositives * negatives - falsePositives * positives;
    const isNearer = Math.abs(threshold - 0.5) <= Math.abs(best.threshold - 0.5);
    if (gain > best.gain || (gain === best.gain && isNearer)) best = { threshold, truePositives, falsePositives, gain };
  }
  const sensitivity = best.truePositives / positives;
  const specificity = 1 - best.falsePositives / negatives;
  return { threshold: best.threshold, sensitivity, specificity, youden: sensitivity + specificity - 1 };
}

/** Half-way, but never rounded down onto `below`, which must stay under the threshold. */
function between(below: number, above: number): number {
  const middle = below + (above - below) / 2;
  return middle > below ? middle : above;
}
