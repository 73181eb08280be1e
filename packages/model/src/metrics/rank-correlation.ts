import { checkFinite, checkPaired } from "./check-input.ts";
import { NotEnoughDataError } from "./metric-errors.ts";
import { normalQuantile } from "./normal-distribution.ts";
import { rankScores } from "./ranked-scores.ts";
import type { Estimate } from "./stratified-bootstrap.ts";

/** Ranks from 1, highest value first, ties sharing their mean. @param values `[n]` → `[n]` */
export function meanRanks(values: ArrayLike<number>): Float64Array {
  const { order, endsTie } = rankScores(values);
  const ranks = new Float64Array(order.length);
  let from = 0;
  for (let rank = 0; rank < order.length; rank++) {
    if (endsTie[rank] === 0) continue;
    for (let k = from; k <= rank; k++) ranks[order[k] ?? 0] = (from + rank) / 2 + 1;
    from = rank + 1;
  }
  return ranks;
}

/** Pearson's correlation; 0 where one side never varies. @param a `[n]` @param b `[n]` */
export function correlation(a: ArrayLike<number>, b: ArrayLike<number>): number {
  const [meanA, meanB] = [meanOf(a), meanOf(b)];
  let [product, squareA, squareB] = [0, 0, 0];
  for (let i = 0; i < a.length; i++) {
    const [fromA, fromB] = [(a[i] ?? 0) - meanA, (b[i] ?? 0) - meanB];
    product += fromA * fromB;
    squareA += fromA * fromA;
    squareB += fromB * fromB;
  }
  const scale = Math.sqrt(squareA * squareB);
  return scale > 0 ? Math.max(-1, Math.min(1, product / scale)) : 0;
}

/**
 * Spearman's rank correlation with an interval on Fisher's scale, whose variance is (1 + r²/2)/(n − 3) (Bonett & Wright 2000).
 *
 * @param a `[n]`; @param b `[n]`; @param units how many independent units the cases are of: fewer than `n` where subjects have
 *   several, and then the interval is the wider one that so many cases would have
 * @throws NotEnoughDataError with fewer than 4 units
 */
export function rankCorrelation(
  a: ArrayLike<number>,
  b: ArrayLike<number>,
  { units = a.length, level = 0.95 }: { units?: number; level?: number } = {},
): Estimate {
  checkPaired("rankCorrelation", a, b);
  checkFinite("rankCorrelation", a);
  checkFinite("rankCorrelation", b);
  if (units < 4) throw new NotEnoughDataError("rankCorrelation", `An interval needs 4 cases; there are ${units}.`);
  const value = correlation(meanRanks(a), meanRanks(b));
  const half = normalQuantile((1 + level) / 2) * Math.sqrt((1 + value ** 2 / 2) / (units - 3));
  const centre = Math.atanh(value);
  return { value, interval: [Math.tanh(centre - half), Math.tanh(centre + half)] };
}

function meanOf(values: ArrayLike<number>): number {
  let sum = 0;
  for (let i = 0; i < values.length; i++) sum += values[i] ?? 0;
  return sum / values.length;
}
