import { meanAndDeviation } from "./mean-and-deviation.ts";

/**
 * "mean ± standard deviation" over the seeds that were run. A cell says how many these are where they are fewer than asked for.
 * @param values of the seeds that were run; null where there was nothing to measure
 */
export function spreadCell(values: readonly (number | null)[], seeds: number, digits: number): string {
  if (values.length === 0) return "not run";
  const known = values.filter((value) => value !== null);
  if (known.length === 0) return "–";
  const spread = meanAndDeviation(known, digits);
  return known.length < seeds ? `${spread} (${known.length} of ${seeds})` : spread;
}
