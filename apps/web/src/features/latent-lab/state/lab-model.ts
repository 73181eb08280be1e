import { type Head, inactiveKl } from "@diaphane/model/latent";

/** What the page needs to know of a model; plain data, so that the page itself loads no tensor code. */
export interface LabModel {
  readonly classes: readonly string[];
  /** Of what it outlines, the background first, and of what it finds; empty for what it does not. */
  readonly maskClasses: readonly string[];
  readonly boxClasses: readonly string[];
  readonly inputSize: number;
  readonly channels: 1 | 3;
  readonly latentDim: number;
  readonly head: Head;
  /** Of `mu` on the training images, by latent; `low` and `high` are the 2nd and 98th percentile, `kl` in nats. */
  readonly latents: {
    readonly mean: readonly number[];
    readonly sd: readonly number[];
    readonly low: readonly number[];
    readonly high: readonly number[];
    readonly kl: readonly number[];
  };
  /** Covariance of `mu` on the training images, `[latentDim][latentDim]`; null when the bundle has none. */
  readonly covariance: readonly (readonly number[])[] | null;
  /** Probability of class 1 from which on a two-class model says yes, chosen on validation images; null with more classes. */
  readonly threshold: number | null;
  /** Mean PSNR (dB) of reconstructions of images the model had not seen; null when it was not measured. */
  readonly psnr: number | null;
}

/** Whether a latent carries anything about the images; the decoder ignores those that don't. */
export function isActive(model: LabModel, latent: number): boolean {
  return (model.latents.kl[latent] ?? 0) >= inactiveKl;
}

/** Where a value of a latent lies, in s.d. from the mean of the training images. */
export function toDeviations(model: LabModel, latent: number, value: number): number {
  return (value - (model.latents.mean[latent] ?? 0)) / spreadOf(model, latent);
}

/** The s.d. of a latent; a latent that never varies is moved in units of 1. */
export function spreadOf(model: LabModel, latent: number): number {
  return model.latents.sd[latent] || 1;
}
