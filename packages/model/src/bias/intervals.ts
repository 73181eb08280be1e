import { bcaInterval, centredInterval, percentileInterval } from "../metrics/bca-interval.ts";
import type { Estimate } from "../metrics/index.ts";

/** Share of draws that may be without a value (a resample without positives) before there is no interval. */
const mostUndefined = 0.05;

/**
 * The interval of one statistic from its draws; null where it, or too many draws, have no value.
 * @param jackknife with each unit left out, for BCa; percentiles without
 */
export function intervalOf(
  value: number,
  draws: Float64Array,
  level: number,
  jackknife?: readonly Float64Array[],
): Estimate | null {
  const known = draws.filter(Number.isFinite).sort();
  if (!Number.isFinite(value) || known.length < draws.length * (1 - mostUndefined)) return null;
  if (!jackknife) return { value, interval: percentileInterval(known, level) };
  const leaves = jackknife.map((ofStratum) => ofStratum.filter(Number.isFinite)).filter((left) => left.length > 1);
  return { value, interval: bcaInterval(value, known, leaves, level) };
}

/** Of a calibration error, which resampling inflates. */
export function calibrationInterval(value: number, draws: Float64Array, level: number): Estimate | null {
  const known = draws.filter(Number.isFinite).sort();
  if (!Number.isFinite(value) || known.length < draws.length * (1 - mostUndefined)) return null;
  const [lower, upper] = centredInterval(value, known, level);
  return { value, interval: [Math.max(0, lower), upper] };
}

/**
 * The interval of a share: where all cases or none are meant every resample says the same, and the exact bound (Clopper & Pearson
 * 1934) stands in for it, so that 12 of 12 is no certainty.
 * @param units cases, or subjects where several are of one
 */
export function shareInterval(estimate: Estimate | null, units: number, level: number): Estimate | null {
  if (estimate === null || (estimate.value !== 0 && estimate.value !== 1)) return estimate;
  const bound = ((1 - level) / 2) ** (1 / units);
  return { value: estimate.value, interval: estimate.value === 1 ? [bound, 1] : [0, 1 - bound] };
}
