import type { Table } from "../disentanglement/table.ts";
import { fitLogisticRegression } from "./logistic-regression.ts";

/** Tells two values of an attribute apart by a linear function of the latents. */
export interface LinearProbe {
  /** `[latentDim]`, in units of the latents as they are */
  direction: Float64Array;
  bias: number;
  /** `[n]` log-odds of the second value. @param codes `[n, latentDim]` */
  score(codes: ArrayLike<number>): Float64Array;
}

/**
 * Logistic regression on standardised latents (L2, C = 1): a concept activation vector (Kim et al. 2018) when it is asked for its direction.
 *
 * @param codes `[n, latentDim]`; @param members `[n]`, 0 or 1, both of them present
 */
export function fitLinearProbe(codes: ArrayLike<number>, latentDim: number, members: Int32Array): LinearProbe {
  const { mean, deviation } = moments(codes, latentDim);
  const standardised = new Float64Array(codes.length);
  for (let i = 0; i < codes.length; i++) {
    const j = i % latentDim;
    standardised[i] = ((codes[i] ?? 0) - (mean[j] ?? 0)) / (deviation[j] ?? 1);
  }
  const table: Table = { rows: members.length, columns: latentDim, values: standardised };
  const [, weights = new Float64Array(latentDim + 1)] = fitLogisticRegression(table, members, 2).weights;
  const direction = Float64Array.from(deviation, (one, j) => (weights[j] ?? 0) / one);
  const bias = (weights[latentDim] ?? 0) - direction.reduce((sum, one, j) => sum + one * (mean[j] ?? 0), 0);
  return { direction, bias, score: (rows) => project(rows, direction, bias) };
}

/** `codes · direction + bias` of every row `[n]`. */
export function project(codes: ArrayLike<number>, direction: Float64Array, bias = 0): Float64Array {
  const latentDim = direction.length;
  return Float64Array.from({ length: codes.length / latentDim }, (_, row) => {
    let sum = bias;
    for (let j = 0; j < latentDim; j++) sum += (direction[j] ?? 0) * (codes[row * latentDim + j] ?? 0);
    return sum;
  });
}

/** Mean and standard deviation of each latent; 1 for one that never varies. */
function moments(codes: ArrayLike<number>, latentDim: number): { mean: Float64Array; deviation: Float64Array } {
  const mean = new Float64Array(latentDim);
  const squares = new Float64Array(latentDim);
  const rows = codes.length / latentDim;
  for (let i = 0; i < codes.length; i++) mean[i % latentDim] = (mean[i % latentDim] ?? 0) + (codes[i] ?? 0) / rows;
  for (let i = 0; i < codes.length; i++) {
    const j = i % latentDim;
    squares[j] = (squares[j] ?? 0) + ((codes[i] ?? 0) - (mean[j] ?? 0)) ** 2 / rows;
  }
  return { mean, deviation: squares.map((variance) => Math.sqrt(variance) || 1) };
}
