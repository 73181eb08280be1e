import { aurocCovariance, structuralComponents } from "./delong.ts";
import { MetricInputError, NotEnoughDataError } from "./metric-errors.ts";
import { normalCdf, normalQuantile } from "./normal-distribution.ts";

export interface DelongTest {
  /** AUROC of the first scores minus that of the second. */
  difference: number;
  interval: [lower: number, upper: number];
  /** Difference in standard errors. */
  z: number;
  /** Two-sided, for equal AUROCs. */
  pValue: number;
}

/**
 * Are the AUROCs of two scores on the **same cases** different? (DeLong et al. 1988, by the ranks of Sun & Xu 2014.)
 *
 * @param first `[n]` scores; @param second `[n]` scores of the same cases; @param labels `[n]`, 1 positive, 0 negative
 * @param level coverage of the interval, .95 unless given
 * @throws NotEnoughDataError with fewer than two cases of a class, or when the difference has no variance but is not 0
 */
export function delongTest(
  first: ArrayLike<number>,
  second: ArrayLike<number>,
  labels: ArrayLike<number>,
  level = 0.95,
): DelongTest {
  if (first.length !== second.length) {
    throw new MetricInputError(
      "delongTest",
      `expected two scores of the same cases, got ${first.length} and ${second.length}.`,
    );
  }
  const a = structuralComponents(first, labels);
  const b = structuralComponents(second, labels);
  const difference = a.auroc - b.auroc;
  const variance = Math.max(0, aurocCovariance(a, a) + aurocCovariance(b, b) - 2 * aurocCovariance(a, b));
  // Rounding leaves about 1e-17 where both scores order the cases alike.
  if (variance < 1e-16) {
    if (Math.abs(difference) < 1e-12) return { difference: 0, interval: [0, 0], z: 0, pValue: 1 };
    throw new NotEnoughDataError("delongTest", "The difference has no variance; both AUROCs are at their limits.");
  }
  const error = Math.sqrt(variance);
  const half = normalQuantile((1 + level) / 2) * error;
  const z = difference / error;
  return { difference, interval: [difference - half, difference + half], z, pValue: 2 * normalCdf(-Math.abs(z)) };
}
