import { checkLabels, checkPaired } from "../check-input.ts";
import { NotEnoughDataError } from "../metric-errors.ts";

export interface KappaOptions {
  classCount: number;
  /** How much a disagreement counts: all alike, or more the further apart two ordered classes are. */
  weights?: "none" | "linear" | "quadratic";
}

/**
 * Cohen's kappa: how far two people agree beyond what chance would have them (Cohen 1960; weighted: Cohen 1968). 1: always, 0: as
 * chance would.
 *
 * @param a `[n]` class of each image by the first person @param b `[n]` by the second
 * @throws NotEnoughDataError without images, or when both always said the same one class: nothing is left for chance
 */
export function cohenKappa(a: ArrayLike<number>, b: ArrayLike<number>, options: KappaOptions): number {
  checkPaired("cohenKappa", a, b);
  const { classCount, weights = "none" } = options;
  for (const labels of [a, b]) checkLabels("cohenKappa", labels, classCount);
  const [countsA, countsB] = [new Float64Array(classCount), new Float64Array(classCount)];
  const cost = (i: number, j: number) => {
    if (weights === "none") return i === j ? 0 : 1;
    return weights === "linear" ? Math.abs(i - j) : (i - j) ** 2;
  };
  let observed = 0;
  for (let image = 0; image < a.length; image++) {
    const [i, j] = [a[image] ?? 0, b[image] ?? 0];
    countsA[i] = (countsA[i] ?? 0) + 1;
    countsB[j] = (countsB[j] ?? 0) + 1;
    observed += cost(i, j);
  }
  let expected = 0;
  for (let i = 0; i < classCount; i++) {
    for (let j = 0; j < classCount; j++) expected += ((countsA[i] ?? 0) * (countsB[j] ?? 0) * cost(i, j)) / a.length;
  }
  if (!(expected > 0)) throw new NotEnoughDataError("cohenKappa", "Two people and more than one class are needed.");
  return 1 - observed / expected;
}
