import type { Network } from "../bundle/network.ts";
import { exactLogits } from "../latent/contributions.ts";
import { applyPreset, presetHead } from "./apply.ts";
import type { Preset } from "./preset.ts";

/**
 * A network with a preset on: what it encodes, decides and decodes is after it. Weights stay as they were.
 * @param modelHash SHA-256 of the network's weights
 * @throws InvalidPreset when the preset was made for another model
 */
export function withPreset<Of extends Network>(network: Of, preset: Preset, modelHash: string): Of {
  const head = presetHead(preset, modelHash, network.head);
  return {
    ...network,
    head,
    async encode(images) {
      const encoding = await network.encode(images);
      const mu = applyPreset(preset, modelHash, encoding.mu);
      const logits = new Float32Array(encoding.logits.length);
      for (let row = 0; row < encoding.count; row++) {
        const code = mu.subarray(row * head.latentDim, (row + 1) * head.latentDim);
        logits.set(exactLogits(head, code), row * head.classCount);
      }
      return { ...encoding, mu, logits };
    },
  };
}
