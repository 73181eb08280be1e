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
}

/** The direction from the first group to the second, of unit length `[latentDim]`; zeros where there is none. */
export function fitVector(method: DirectionMethod, grouped: GroupedCodes): Float64Array {
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
  const middles = new Map<number, Float64Array>();
  for (const stratum of new Set(strata)) {
    const middle = new Float64Array(latentDim);
    const groups = [0, 1].map((group) =>
      [...members.keys()].filter((row) => strata[row] === stratum && members[row] === group),
    );
    const present = groups.filter((rows) => rows.length > 0);
    for (const rows of present) {
      for (const row of rows) {
        for (let j = 0; j < latentDim; j++) {
          middle[j] = (middle[j] ?? 0) + (codes[row * latentDim + j] ?? 0) / rows.length / present.length;
        }
      }
    }
    middles.set(stratum, middle);
  }
  return codes.map((value, place) => {
    const middle = middles.get(strata[Math.floor(place / latentDim)] ?? 0);
    return value - (middle?.[place % latentDim] ?? 0);
  });
}
