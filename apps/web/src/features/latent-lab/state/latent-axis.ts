import { type LabModel, spreadOf, toDeviations } from "./lab-model.ts";

/** A latent's slider, in s.d. from the training mean. */
export interface LatentAxis {
  readonly low: number;
  readonly high: number;
  /** The 2nd and 98th percentile of the training images: where the strip of decodes begins and ends. */
  readonly stripLow: number;
  readonly stripHigh: number;
  /** Where the image itself lies. */
  readonly own: number;
}

const USUAL_REACH = 3;

/** Three s.d. either way, and farther where the image itself, its present position or the percentiles lie outside. */
export function latentAxis(model: LabModel, latent: number, mu: number, offset: number): LatentAxis {
  const own = toDeviations(model, latent, mu);
  const stripLow = toDeviations(model, latent, model.latents.low[latent] ?? 0);
  const stripHigh = toDeviations(model, latent, model.latents.high[latent] ?? 0);
  return {
    low: Math.floor(Math.min(-USUAL_REACH, own, own + offset, stripLow)),
    high: Math.ceil(Math.max(USUAL_REACH, own, own + offset, stripHigh)),
    stripLow,
    stripHigh,
    own,
  };
}

export function isSameAxis(a: LatentAxis, b: LatentAxis): boolean {
  return (
    a.low === b.low && a.high === b.high && a.own === b.own && a.stripLow === b.stripLow && a.stripHigh === b.stripHigh
  );
}

/** The values of the latent itself at `count` even steps from the 2nd to the 98th percentile. */
export function stripValues(model: LabModel, latent: number, count: number): number[] {
  const [low, high] = [model.latents.low[latent] ?? 0, model.latents.high[latent] ?? 0];
  return Array.from({ length: count }, (_, step) => low + ((high - low) * step) / (count - 1));
}

/** The image's code with every slider applied. @returns `[latentDim]` */
export function movedCode(model: LabModel, mu: Float32Array, offsets: ReadonlyMap<number, number>): Float32Array {
  const z = new Float32Array(mu);
  for (const [latent, offset] of offsets)
    if (latent < z.length) z[latent] = (mu[latent] ?? 0) + offset * spreadOf(model, latent);
  return z;
}
