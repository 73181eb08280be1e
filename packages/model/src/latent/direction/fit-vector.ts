import { groupContrast, linearDiscriminant } from "../../probe/linear-discriminant.ts";
import { fitLinearProbe } from "../../probe/linear-probe.ts";
import type { DirectionMethod } from "./direction.ts";

/** Codes of two groups, in which strata such as the label may be taken out. */
export interface GroupedCodes {
  /** `[n, latentDim]` */
  codes: Float32Array;
  latentDim: number;
  /** `[n]` 0 or 1, both of them present */
  members: Int32Array;
  /** `[n]`; null: pooled */
  strata: Int32Array | null;
  /** `[n]` which two show the same picture, a row of each group; null: none do */
  pairs: Int32Array | null;
}

/**
 * The direction from the first group to the second, of unit length `[latentDim]`; zeros where there is none. Of pairs it is fitted on what is left
 * of each code when the middle of its pair is taken out: what tells pictures apart is gone, and the covariance is that of the changes.
 */
export function fitVector(method: DirectionMethod, grouped: GroupedCodes): Float64Array {
  if (grouped.pairs) {
    const codes = withoutMeans(grouped, grouped.pairs);
    return fitVector(method, { ...grouped, codes, strata: null, pairs: null });
  }
  const { codes, latentDim, members, strata } = grouped;
  const within = strata ? { within: strata } : {};
  if (method === "mean-difference") return unit(groupContrast(codes, latentDim, members, within).difference);
  if (method === "lda") return unit(linearDiscriminant(codes, latentDim, members, within));
  return unit(fitLinearProbe(strata ? withoutMeans(grouped, strata) : codes, latentDim, members).direction);
}

export function cosine(a: Float64Array, b: Float64Array): number {
  return a.reduce((sum, value, j) => sum + value * (b[j] ?? 0), 0);
}

function unit(vector: Float64Array): Float64Array {
  const length = Math.hypot(...vector);
  return length > 0 ? vector.map((value) => value / length) : vector;
}

/** Codes about the middle of both groups' means in each stratum: what tells strata apart is gone, what tells groups apart is not. */
function withoutMeans({ codes, latentDim, members }: GroupedCodes, strata: Int32Array): Float32Array {
  const cells = new Map<number, { sum: Float64Array; count: number }>();
  for (const [row, member] of members.entries()) {
    const key = (strata[row] ?? 0) * 2 + member;
    const cell = cells.get(key) ?? { sum: new Float64Array(latentDim), count: 0 };
    cells.set(key, cell);
    cell.count++;
    for (let j = 0; j < latentDim; j++) cell.sum[j] = (cell.sum[j] ?? 0) + (codes[row * latentDim + j] ?? 0);
  }
  const middles = new Map<number, Float64Array>();
  for (const stratum of new Set(strata)) {
    const present = [cells.get(stratum * 2), cells.get(stratum * 2 + 1)].filter((cell) => cell !== undefined);
    const middle = new Float64Array(latentDim);
    for (const { sum, count } of present) {
      for (let j = 0; j < latentDim; j++) middle[j] = (middle[j] ?? 0) + (sum[j] ?? 0) / count / present.length;
    }
    middles.set(stratum, middle);
  }
  return codes.map((value, place) => {
    const middle = middles.get(strata[Math.floor(place / latentDim)] ?? 0);
    return value - (middle?.[place % latentDim] ?? 0);
  });
}
