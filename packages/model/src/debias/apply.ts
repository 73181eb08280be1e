import type { Head } from "../latent/contributions.ts";
import { InvalidPreset, type Preset } from "./preset.ts";

/** @throws InvalidPreset when the preset was made for another model. @param modelHash SHA-256 of the model's weights */
export function checkPresetFor(preset: Preset, modelHash: string): void {
  if (preset.modelHash === modelHash) return;
  throw new InvalidPreset(
    `This preset is for the model with weights ${preset.modelHash.slice(0, 12)}…, not for ${modelHash.slice(0, 12)}…. Fit one on this model.`,
  );
}

/**
 * The latents with a preset on: z' = z − α·left·rightᵀ·(z − centre). The one place where presets act, for trainer, server and browser.
 *
 * @param modelHash SHA-256 of the weights that made the latents; @param codes `[n, latentDim]`
 * @param alpha 0 … 1, the preset's own unless given
 * @returns `[n, latentDim]`, new
 * @throws InvalidPreset when the preset was made for another model
 */
export function applyPreset(
  preset: Preset,
  modelHash: string,
  codes: Float32Array,
  alpha: number = preset.alpha,
): Float32Array {
  checkPresetFor(preset, modelHash);
  const { latentDim, centre, left, right } = preset;
  if (codes.length % latentDim !== 0) {
    throw new InvalidPreset(`${codes.length} numbers are no rows of ${latentDim} latents.`);
  }
  const rank = left[0]?.length ?? 0;
  const applied = new Float32Array(codes.length);
  const parts = new Float64Array(rank);
  for (let from = 0; from < codes.length; from += latentDim) {
    parts.fill(0);
    for (let j = 0; j < latentDim; j++) {
      const centred = (codes[from + j] ?? 0) - (centre[j] ?? 0);
      for (let r = 0; r < rank; r++) parts[r] = (parts[r] ?? 0) + (right[j]?.[r] ?? 0) * centred;
    }
    for (let j = 0; j < latentDim; j++) {
      let removed = 0;
      for (let r = 0; r < rank; r++) removed += (left[j]?.[r] ?? 0) * (parts[r] ?? 0);
      applied[from + j] = (codes[from + j] ?? 0) - alpha * removed;
    }
  }
  return applied;
}

/**
 * The class head that goes with latents that a preset has been applied to: its bias re-fitted.
 * @throws InvalidPreset when the preset was made for another model
 */
export function presetHead(preset: Preset, modelHash: string, head: Head, alpha: number = preset.alpha): Head {
  checkPresetFor(preset, modelHash);
  return { ...head, bias: head.bias.map((bias, k) => bias + alpha * (preset.headBias[k] ?? 0)) };
}

/**
 * The head with the whole preset folded in: it gives on unchanged latents what `presetHead` gives on applied ones, as both are
 * affine. For those who score many strengths on the same latents.
 * @throws InvalidPreset when the preset was made for another model
 */
export function foldPreset(preset: Preset, modelHash: string, head: Head, alpha: number = preset.alpha): Head {
  const { latentDim, classCount } = head;
  const { centre, left, right } = preset;
  const rank = left[0]?.length ?? 0;
  const { bias: refitted } = presetHead(preset, modelHash, head, alpha);
  const weights = Float32Array.from(head.weights);
  const bias = Float32Array.from(refitted);
  for (let k = 0; k < classCount; k++) {
    for (let r = 0; r < rank; r++) {
      let pull = 0;
      for (let j = 0; j < latentDim; j++) pull += (head.weights[j * classCount + k] ?? 0) * (left[j]?.[r] ?? 0);
      for (let j = 0; j < latentDim; j++) {
        const change = alpha * pull * (right[j]?.[r] ?? 0);
        weights[j * classCount + k] = (weights[j * classCount + k] ?? 0) - change;
        bias[k] = (bias[k] ?? 0) + change * (centre[j] ?? 0);
      }
    }
  }
  return { latentDim, classCount, weights, bias };
}
