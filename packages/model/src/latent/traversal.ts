import type { LatentStatistics } from "../bundle/manifest.ts";
import { centredHead, type Head } from "./contributions.ts";

/** A latent below this many nats carries nothing about the images. */
export const inactiveKl = 0.01;

/** Where a latent's strip is drawn: its quantiles over the training images (2nd…98th percentile). */
export function traversalValues(latents: LatentStatistics, latent: number): number[] {
  const values = latents.quantiles[latent];
  if (values === undefined)
    throw new RangeError(`There is no latent ${latent}: the model has ${latents.quantiles.length}.`);
  return values;
}

/** The code `mu` with one latent set to each of `values`: rows for one decode `[values, latentDim]`. */
export function traversalCodes(mu: ArrayLike<number>, latent: number, values: number[]): Float32Array {
  const codes = new Float32Array(values.length * mu.length);
  values.forEach((value, row) => {
    for (let j = 0; j < mu.length; j++) codes[row * mu.length + j] = j === latent ? value : (mu[j] ?? 0);
  });
  return codes;
}

export interface LatentEffect {
  latent: number;
  /** Change of the class's logit, against the mean of all logits, for one standard deviation of the latent; signed. */
  effect: number;
  kl: number;
  isActive: boolean;
}

/** Latents by the size of their effect on the logit of a class, greatest first; equal ones in their own order. */
export function latentsByEffect(head: Head, latents: LatentStatistics, classIndex: number): LatentEffect[] {
  const centred = centredHead(head);
  const effects = latents.deviation.map((deviation, latent) => {
    const kl = latents.kl[latent] ?? 0;
    const effect = (centred.weights[latent * head.classCount + classIndex] ?? 0) * deviation;
    return { latent, effect, kl, isActive: kl >= inactiveKl };
  });
  return effects.sort((a, b) => Math.abs(b.effect) - Math.abs(a.effect) || a.latent - b.latent);
}
