import { MetricInputError } from "./metric-errors.ts";

/**
 * P-values corrected for several tests, so that the chance of any false alarm stays under the level, whatever the tests have
 * to do with each other (Holm 1979).
 *
 * @param pValues `[tests]`, 0…1
 * @returns `[tests]`, in the same order
 * @throws MetricInputError for a value that is no probability
 */
export function holmCorrection(pValues: readonly number[]): number[] {
  pValues.forEach((p, i) => {
    if (!(p >= 0 && p <= 1)) throw new MetricInputError("holmCorrection", `p-value ${i} is ${p}, expected 0…1.`);
  });
  const order = pValues.map((p, index) => ({ p, index })).sort((a, b) => a.p - b.p);
  const corrected = new Array<number>(pValues.length).fill(0);
  let largest = 0;
  order.forEach(({ p, index }, rank) => {
    largest = Math.max(largest, Math.min(1, p * (pValues.length - rank)));
    corrected[index] = largest;
  });
  return corrected;
}
