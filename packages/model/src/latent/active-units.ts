import type { LatentStatistics } from "../bundle/manifest.ts";

/** Variance over which a latent is in use. */
const LEAST_VARIANCE = 0.01;

/** Latents in use (Burda et al. 2016): those whose mu varies over images, Var(E[z_j given x]) > .01. In order of latent. */
export function activeUnits({ deviation }: Pick<LatentStatistics, "deviation">): number[] {
  return [...deviation.keys()].filter((latent) => (deviation[latent] ?? 0) ** 2 > LEAST_VARIANCE);
}
