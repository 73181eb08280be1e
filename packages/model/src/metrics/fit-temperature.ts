import { NotEnoughDataError } from "./metric-errors.ts";

/** Beyond these no data tells temperatures apart: of cases that all are right, the best temperature would be 0. */
const bounds: [number, number] = [0.05, 20];
/** Halvings of the interval of log(1/T): to 1e-11. */
const halvings = 40;

/**
 * The temperature T by which logits are divided so that the cross-entropy of their softmax is least (Guo et al. 2017). The most probable class stays
 * the same. In 1/T the cross-entropy is convex, so its slope is halved in on.
 *
 * @param logits `[n, classCount]` @param labels `[n]`, 0 … classCount − 1
 * @throws NotEnoughDataError without cases
 */
export function fitTemperature(logits: ArrayLike<number>, labels: ArrayLike<number>, classCount: number): number {
  if (labels.length === 0) throw new NotEnoughDataError("fitTemperature", "at least one case is needed, there is none");
  let [low, high] = [-Math.log(bounds[1]), -Math.log(bounds[0])];
  for (let halving = 0; halving < halvings; halving++) {
    const middle = (low + high) / 2;
    if (slope(logits, labels, classCount, Math.exp(middle)) > 0) high = middle;
    else low = middle;
  }
  return Math.exp(-(low + high) / 2);
}

/** Derivative of Σ −log softmax(scale·logits)[label] by the scale: Σ over cases of the logit expected less that of the label. */
function slope(logits: ArrayLike<number>, labels: ArrayLike<number>, classCount: number, scale: number): number {
  let sum = 0;
  for (let row = 0; row < labels.length; row++) {
    const logit = (k: number): number => logits[row * classCount + k] ?? 0;
    let largest = Number.NEGATIVE_INFINITY;
    for (let k = 0; k < classCount; k++) largest = Math.max(largest, logit(k));
    let [total, expected] = [0, 0];
    for (let k = 0; k < classCount; k++) {
      const power = Math.exp(scale * (logit(k) - largest));
      total += power;
      expected += power * logit(k);
    }
    sum += expected / total - logit(labels[row] ?? 0);
  }
  return sum;
}
