import { bcaInterval, centredInterval, percentileInterval } from "./bca-interval.ts";
import { type DrawBelow, fastRandom } from "./fast-random.ts";
import { MetricInputError, NotEnoughDataError } from "./metric-errors.ts";
import { type ResamplingUnits, resamplingUnits } from "./resampling-units.ts";

export interface BootstrapOptions {
  /** Number of resamples; 1,000 unless given, which is also the least we publish with. */
  draws?: number;
  seed: number;
  /** Coverage of the interval, .95 unless given. */
  level?: number;
  /**
   * `[n]` whose case it is. Subjects are then drawn with all of their cases, as several images of one subject tell less
   * than images of several (the cluster bootstrap, Field & Welsh 2007).
   */
  subjects?: ArrayLike<number | string>;
  /**
   * "percentile" (default); "bca": better for small sets and skewed statistics, at one more evaluation a case or subject; or
   * "centred" for statistics that resampling inflates, such as a calibration error.
   */
  method?: "percentile" | "bca" | "centred";
}

/** A number as it is always shown: with its interval. */
export interface Estimate {
  value: number;
  interval: [lower: number, upper: number];
}

/**
 * Interval of any statistic by resampling cases (or subjects) with replacement **within each stratum** (class), so that
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
  { draws = 1000, seed, level = 0.95, subjects, method = "percentile" }: BootstrapOptions,
): Estimate {
  const resampled = resampledStatistics((weights) => [statistic(weights)], strata, {
    draws,
    seed,
    level,
    ...(subjects ? { subjects } : {}),
  });
  const value = resampled.values[0] ?? Number.NaN;
  const sorted = (resampled.draws[0] ?? new Float64Array()).sort();
  if (method === "centred") return { value, interval: centredInterval(value, sorted, level) };
  if (method === "percentile") return { value, interval: percentileInterval(sorted, level) };
  return { value, interval: bcaInterval(value, sorted, resampled.jackknife()[0] ?? [], level) };
}

/**
 * Intervals by percentile of several statistics that are computed together, from the same resamples: what costs most is then done once.
 * See `stratifiedBootstrap`.
 *
 * @param statistics of case weights `[n]`, the same number of them at every call
 */
export function jointBootstrap(
  statistics: (weights: Float64Array) => ArrayLike<number>,
  strata: ArrayLike<number>,
  options: Omit<BootstrapOptions, "method">,
): Estimate[] {
  const { values, draws } = resampledStatistics(statistics, strata, options);
  return draws.map((drawn, which) => ({
    value: values[which] ?? Number.NaN,
    interval: percentileInterval(drawn.sort(), options.level ?? 0.95),
  }));
}

/** Statistics of all cases and of every resample. */
export interface ResampledStatistics {
  /** `[statistics]` */
  values: Float64Array;
  /** `[statistics][draws]` in the order of the draws */
  draws: Float64Array[];
  /** `[statistics][strata][units]`, each with one unit left out: one more evaluation a case or subject. */
  jackknife(): Float64Array[][];
}

/**
 * What every bootstrap here is made of, see `stratifiedBootstrap`.
 *
 * @param statistics of case weights `[n]`, the same number of them at every call; both arrays may be reused between calls
 * @throws NotEnoughDataError without cases; MetricInputError for a level or number of draws that can't be
 */
export function resampledStatistics(
  statistics: (weights: Float64Array) => ArrayLike<number>,
  strata: ArrayLike<number>,
  { draws = 1000, seed, level = 0.95, subjects }: Omit<BootstrapOptions, "method">,
): ResampledStatistics {
  if (strata.length === 0) throw new NotEnoughDataError("stratifiedBootstrap", "There are 0 cases.");
  if (!(level > 0 && level < 1) || !(draws >= 1)) {
    throw new MetricInputError("stratifiedBootstrap", `level ${level} must lie in 0…1 and draws ${draws} be ≥ 1.`);
  }
  const weights = new Float64Array(strata.length).fill(1);
  const values = Float64Array.from(statistics(weights));
  const units = resamplingUnits(strata, subjects);
  const drawBelow = fastRandom(seed);
  const drawn = Array.from(values, () => new Float64Array(draws));
  const times = new Uint16Array(units.starts.length - 1);
  for (let draw = 0; draw < draws; draw++) {
    resample(units, drawBelow, times, weights);
    const resampled = statistics(weights);
    for (let which = 0; which < drawn.length; which++) {
      const column = drawn[which];
      if (column) column[draw] = resampled[which] ?? Number.NaN;
    }
  }
  return { values, draws: drawn, jackknife: () => jackknife(statistics, values.length, units, weights) };
}

/** @param times scratch `[units]`: counting in it first keeps what is written at random small enough for a processor's cache */
function resample(
  { cases, starts, strata }: ResamplingUnits,
  drawBelow: DrawBelow,
  times: Uint16Array,
  weights: Float64Array,
): void {
  times.fill(0);
  for (const units of strata) {
    const count = units.length;
    for (let i = 0; i < count; i++) {
      const unit = units[drawBelow(count)] ?? 0;
      times[unit] = (times[unit] ?? 0) + 1;
    }
  }
  for (let unit = 0; unit < times.length; unit++) {
    const end = starts[unit + 1] ?? 0;
    for (let place = starts[unit] ?? 0; place < end; place++) weights[cases[place] ?? 0] = times[unit] ?? 0;
  }
}

/** The statistics with each unit left out once. A stratum of one unit never varies, so it has no part in this. */
function jackknife(
  statistics: (weights: Float64Array) => ArrayLike<number>,
  count: number,
  { cases, starts, strata }: ResamplingUnits,
  weights: Float64Array,
): Float64Array[][] {
  weights.fill(1);
  const varying = strata.filter((units) => units.length > 1);
  const found = Array.from({ length: count }, () => varying.map((units) => new Float64Array(units.length)));
  varying.forEach((units, stratum) => {
    units.forEach((unit, place) => {
      const left = cases.subarray(starts[unit], starts[unit + 1]);
      for (const index of left) weights[index] = 0;
      const values = statistics(weights);
      for (const index of left) weights[index] = 1;
      found.forEach((ofStatistic, which) => {
        const column = ofStatistic[stratum];
        if (column) column[place] = values[which] ?? Number.NaN;
      });
    });
  });
  return found;
}
