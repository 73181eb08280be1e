import { normalCdf, normalQuantile } from "./normal-distribution.ts";
import { quantile } from "./quantile.ts";

/** The middle `level` of the draws. @param sorted ascending draws of the bootstrap */
export function percentileInterval(sorted: Float64Array, level: number): [number, number] {
  const tail = (1 - level) / 2;
  return [quantile(sorted, tail), quantile(sorted, 1 - tail)];
}

/**
 * The middle `level` of the draws, moved by the bootstrap's estimate of bias, mean draw − value (Efron & Tibshirani 1993,
 * ch. 10). For statistics that resampling inflates so much that the draws lie to one side of the value, where percentiles
 * leave it out and BCa has nothing to shift them by.
 *
 * @param sorted ascending draws of the bootstrap
 */
export function centredInterval(value: number, sorted: Float64Array, level: number): [number, number] {
  const bias = sorted.reduce((sum, draw) => sum + draw, 0) / sorted.length - value;
  const [lower, upper] = percentileInterval(sorted, level);
  return [lower - bias, upper - bias];
}

/**
 * Bias-corrected and accelerated interval (Efron 1987): the percentiles are shifted by how far the draws lie off the value
 * and by how the spread changes with it, which makes the interval right to second order.
 *
 * @param value the statistic of all cases; @param sorted ascending draws of the bootstrap
 * @param jackknife the statistic with one unit left out each, stratum by stratum
 */
export function bcaInterval(
  value: number,
  sorted: Float64Array,
  jackknife: readonly Float64Array[],
  level: number,
): [number, number] {
  const bias = normalQuantile(shareBelow(value, sorted));
  const acceleration = accelerationOf(jackknife);
  const tail = normalQuantile((1 - level) / 2);
  const end = (z: number): number => {
    const shifted = bias + z;
    return quantile(sorted, normalCdf(bias + shifted / (1 - acceleration * shifted)));
  };
  return [end(tail), end(-tail)];
}

/** Share of draws below the value, equal ones counting half; never 0 or 1, which no finite shift belongs to. */
function shareBelow(value: number, sorted: Float64Array): number {
  let halves = 0;
  for (const draw of sorted) halves += draw < value ? 2 : draw === value ? 1 : 0;
  return Math.min(Math.max(halves, 1), 2 * sorted.length - 1) / (2 * sorted.length);
}

function accelerationOf(jackknife: readonly Float64Array[]): number {
  let cubes = 0;
  let squares = 0;
  for (const values of jackknife) {
    const mean = values.reduce((sum, one) => sum + one, 0) / values.length;
    for (const one of values) {
      // An influence per unit, so that strata of different size add up.
      const influence = ((values.length - 1) * (mean - one)) / values.length;
      cubes += influence ** 3;
      squares += influence ** 2;
    }
  }
  return squares === 0 ? 0 : cubes / (6 * squares ** 1.5);
}
