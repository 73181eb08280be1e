import { bcaInterval, percentileInterval } from "../metrics/bca-interval.ts";
import type { Estimate } from "../metrics/index.ts";
import { quantile } from "../metrics/quantile.ts";
import type { ResampledStatistics } from "../metrics/stratified-bootstrap.ts";

/** Share of draws that may be without a value (a resample without positives) before there is no interval. */
const mostUndefined = 0.05;

/** Intervals of statistics that were resampled together, by their places; null where one, or too many of its draws, have no value. */
export interface Resampled {
  /** BCa where it was asked for. */
  estimate(place: number): Estimate | null;
  percentiles(place: number): Estimate | null;
  /**
   * Of a sum of absolute values, which chance only ever makes greater, so that no quantile of its draws covers what it is without chance.
   * By the triangle inequality it lies no further off than its parts do together: the level holds, and more.
   * @param shift place of how far the parts lie from those of all cases, added up
   */
  around(place: number, shift: number): Estimate | null;
}

export function resampledEstimates(
  { values, draws, jackknife }: ResampledStatistics,
  level: number,
  intervals: "percentile" | "bca",
): Resampled {
  const leaves = intervals === "bca" ? jackknife() : undefined;
  const knownAt = (place: number): Float64Array | null => {
    const all = draws[place] ?? new Float64Array();
    const known = all.filter(Number.isFinite).sort();
    return Number.isFinite(values[place]) && known.length >= all.length * (1 - mostUndefined) ? known : null;
  };
  const percentiles = (place: number): Estimate | null => {
    const known = knownAt(place);
    return known && { value: values[place] ?? 0, interval: percentileInterval(known, level) };
  };
  return {
    percentiles,
    estimate(place) {
      const known = knownAt(place);
      if (!known || !leaves) return percentiles(place);
      const left = (leaves[place] ?? []).map((ofStratum) => ofStratum.filter(Number.isFinite));
      const value = values[place] ?? 0;
      const varying = left.filter((ofStratum) => ofStratum.length > 1);
      return { value, interval: bcaInterval(value, known, varying, level) };
    },
    around(place, shift) {
      const [known, shifts] = [knownAt(place), knownAt(shift)];
      if (!known || !shifts) return null;
      const [value, reach] = [values[place] ?? 0, quantile(shifts, level)];
      return { value, interval: [Math.max(0, value - reach), Math.min(1, value + reach)] };
    },
  };
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
