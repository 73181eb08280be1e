import { correlation, meanRanks } from "../../metrics/rank-correlation.ts";
import { assign } from "./assign.ts";

export interface LatentMatch {
  /** The other model's latent. */
  latent: number;
  /** Spearman's, signed: a latent may point the other way there. */
  correlation: number;
}

/**
 * Pairs the latents of two models one to one by the size of their rank correlation over the same images (as in Duan et al. 2020,
 * Unsupervised Disentanglement Ranking): a latent that comes again with another seed is found in the data and not by chance.
 *
 * @param mine `[n, latentDim]`; @param theirs `[n, latentDim]`, of the same images
 * @returns `[latentDim]` by my latent
 */
export function matchLatents(mine: ArrayLike<number>, theirs: ArrayLike<number>, latentDim: number): LatentMatch[] {
  const [ranks, others] = [rankedColumns(mine, latentDim), rankedColumns(theirs, latentDim)];
  const correlations = ranks.map((column) => others.map((other) => correlation(column, other)));
  const columns = assign(correlations.map((row) => row.map(Math.abs)));
  return columns.map((latent, j) => ({ latent, correlation: correlations[j]?.[latent] ?? 0 }));
}

function rankedColumns(mu: ArrayLike<number>, latentDim: number): Float64Array[] {
  const count = mu.length / latentDim;
  return Array.from({ length: latentDim }, (_, j) =>
    meanRanks(Float64Array.from({ length: count }, (_row, row) => mu[row * latentDim + j] ?? 0)),
  );
}
