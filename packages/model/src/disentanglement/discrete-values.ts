import type { Factor } from "./factor-data.ts";

/** Bins of a continuous value, as in disentanglement_lib. */
const BINS = 20;

/** Values as whole numbers `0 … count − 1`. */
export interface DiscreteValues {
  /** `[n]` */
  ids: Int32Array;
  count: number;
}

/** The values of a factor; continuous ones by bin. */
export function discreteValues(values: Float64Array, kind: Factor["kind"]): DiscreteValues {
  return renumbered(kind === "continuous" ? histogramBins(values) : values);
}

/**
 * Number of the bin of each value: 20 of equal width over the range of the values, the upper end in the last
 * (numpy's histogram and digitize).
 */
export function histogramBins(values: Float64Array): Int32Array {
  let low = Number.POSITIVE_INFINITY;
  let high = Number.NEGATIVE_INFINITY;
  for (const value of values) {
    if (value < low) low = value;
    if (value > high) high = value;
  }
  const step = (high - low) / BINS;
  if (!(step > 0)) return new Int32Array(values.length);
  return Int32Array.from(values, (value) => {
    let bin = Math.min(Math.floor((value - low) / step), BINS - 1);
    // The borders themselves decide, as the division may round across one.
    if (value < low + bin * step) bin--;
    else if (bin < BINS - 1 && value >= low + (bin + 1) * step) bin++;
    return bin;
  });
}

function renumbered(values: Float64Array | Int32Array): DiscreteValues {
  const sorted = [...new Set(values)].sort((a, b) => a - b);
  const idOf = new Map(sorted.map((value, id) => [value, id]));
  return { ids: Int32Array.from(values, (value) => idOf.get(value) ?? 0), count: sorted.length };
}
