import type { Head } from "@diaphane/model/latent";
import { isActive, type LabModel, spreadOf } from "./lab-model.ts";
import { type Offsets, roundOffset } from "./lab-state.ts";
import { explainScore } from "./prediction.ts";

/** How far past the threshold the step goes, in logits: far enough to survive the rounding of slider positions. */
const OVERSHOOT = 0.1;

/**
 * The smallest step in the metric of the latents' covariance Σ that moves the decision across `threshold`, in closed form
 * for the linear head: `Δz = −(margin + δ)·Σw/(wᵀΣw)` (Wachter et al. 2017 with a Mahalanobis distance).
 * Inactive latents are left alone: the decoder would not show them.
 *
 * @param mu `[latentDim]`, the image's own code
 * @returns offsets in s.d. from the image's own code, by latent
 */
export function smallestFlip(model: LabModel, score: Head, mu: Float32Array, threshold: number): Offsets {
  const { logit } = explainScore(score, model, mu);
  const margin = logit - Math.log(threshold / (1 - threshold));
  const spread = model.latents.mean.map((_, latent) =>
    isActive(model, latent) ? rowTimes(model, latent, score.weights) : 0,
  );
  const variance = spread.reduce((sum, value, latent) => sum + value * (score.weights[latent] ?? 0), 0);
  if (variance <= 0) return new Map();
  const scale = -(margin + Math.sign(margin || 1) * OVERSHOOT) / variance;
  const offsets = spread.map(
    (value, latent) => [latent, roundOffset((scale * value) / spreadOf(model, latent))] as const,
  );
  return new Map(offsets.filter(([, offset]) => offset !== 0));
}

/** One entry of Σw; without a stored covariance Σ is the diagonal of the variances. */
function rowTimes(model: LabModel, latent: number, weights: Float32Array): number {
  if (!model.covariance) return spreadOf(model, latent) ** 2 * (weights[latent] ?? 0);
  return weights.reduce(
    (sum, weight, j) => sum + (model.covariance?.[latent]?.[j] ?? 0) * (isActive(model, j) ? weight : 0),
    0,
  );
}
