import { applyPreset, presetHead } from "../debias/apply.ts";
import type { Preset } from "../debias/preset.ts";
import type { Architecture } from "../network/architecture.ts";
import type { HostTensor, HostWeights } from "../network/fold-weights.ts";

/**
 * Folded weights with a preset in them: the layer that gives mu gives it with the preset applied, as the preset is affine, and the class
 * head has its re-fitted bias. What reads mu then goes on as before: logits, and the decoder's image, are those with the preset on.
 *
 * @param modelHash SHA-256 of the weights
 * @throws InvalidPreset when the preset was made for another model
 */
export function foldPresetMap(
  { mu, head, config }: Architecture,
  folded: HostWeights,
  { preset, modelHash, alpha }: { preset: Preset; modelHash: string; alpha: number },
): HostWeights {
  const result = new Map(folded);
  const change = (name: string, by: (values: Float32Array) => Float32Array): void => {
    const tensor: HostTensor | undefined = folded.get(name);
    if (tensor) result.set(name, { shape: tensor.shape, values: by(tensor.values) });
  };
  // Rows of the kernel are differences of latents, which the map's centre does not move.
  const linear = { ...preset, centre: preset.centre.map(() => 0) };
  change(`${mu.name}.kernel`, (rows) => applyPreset(linear, modelHash, rows, alpha));
  change(`${mu.name}.bias`, (bias) => applyPreset(preset, modelHash, bias, alpha));
  if (head) {
    change(`${head.name}.bias`, (bias) => {
      const shape = { latentDim: config.latentDim, classCount: bias.length, weights: new Float32Array() };
      return presetHead(preset, modelHash, { ...shape, bias }, alpha).bias;
    });
  }
  return result;
}
