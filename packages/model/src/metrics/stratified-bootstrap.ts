import { fastRandom } from "./fast-random.ts";
import { MetricInputError, NotEnoughDataError } from "./metric-errors.ts";

export interface BootstrapOptions {
  /** Number of resamples; 1,000 unless given, which is also the least we publish with. */
  draws?: number;
  seed: number;
  /** Coverage of the interval, .95 unless given. */
  level?: number;
}

/** A number as it is always shown: with its interval. */
export interface Estimate {
  value: number;
  interval: [lower: number, upper: number];
}

/**
 * Percentile interval of any statistic by resampling cases with replacement **within each stratum** (class), so that
 * every resample keeps the class counts (Efron & Tibshirani 1993). A resample is given as case weights (how often each
 * case was drawn): what does not depend on them, such as a sort, is done once outside.
 *
 * @param statistic of case weights `[n]`; called with all ones for `value`; the array is reused between calls
 * @param strata `[n]` the class (or class × group) of each case
 * @throws NotEnoughDataError without cases, or what the statistic throws
 */
export function stratifiedBootstrap(
  statistic: (weights: Float64Array) => number,
  strata: ArrayLike<number>,
  { draws = 1000, seed, level = 0.95 }: BootstrapOptions,
): Estimate {
  if (strata.length === 0) throw new NotEnoughDataError("stratifiedBootstrap", "There are 0 cases.");
  if (!(level > 0 && level < 1) || !(draws >= 1)) {
    throw new MetricInputError("stratifiedBootstrap", `level ${level} must lie in 0…1 and draws ${draws} be ≥ 1.`);
  }
  const weights = new Float64Array(strata.length).fill(1);
  const value = statistic(weights);
  const members = membersByStratum(strata);
  const drawBelow = fastRandom(seed);
  const values = new Float64Array(draws);
  for (let draw = 0; draw < draws; draw++) {
    weights.fill(0);
    for (const indices of members) {
      const count = indices.length;
      for (let i = 0; i < count; i++) {
        const index = indices[drawBelow(count)] ?? 0;
        weights[index] = (weights[index] ?? 0) + 1;
      }
    }
    values[draw] = statistic(weights);
  }
  values.sort();
  const tail = (1 - level) / 2;
  return { value, interval: [quantileOfSorted(values, tail), quantileOfSorted(values, 1 - tail)] };
}

function membersByStratum(strata: ArrayLike<number>): Uint32Array[] {
  const lists = new Map<number, number[]>();
  for (let i = 0; i < strata.length; i++) {
    const stratum = strata[i] ?? 0;
    const list = lists.get(stratum);
    if (list) list.push(i);
    else lists.set(stratum, [i]);
  }
  // In order of stratum, so that the same cases in the same order give the same draws.
  return [...lists].sort(([a], [b]) => a - b).map(([, list]) => Uint32Array.from(list));
}

/** Linear interpolation between order statistics (numpy's default, type 7). */
function quantileOfSorted(sorted: Float64Array, share: number): number {
  const position = share * (sorted.length - 1);
  const below = Math.floor(position);
  const low = sorted[below] ?? 0;
  const high = sorted[Math.min(below + 1, sorted.length - 1)] ?? low;
  return low + (high - low) * (position - below);
}
