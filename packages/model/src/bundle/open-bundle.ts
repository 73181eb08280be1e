import type { HostWeights } from "../network/fold-weights.ts";
import { InvalidWeights } from "./invalid-weights.ts";
import { type Manifest, parseManifest } from "./manifest.ts";
import { dequantizeTensors } from "./quantize-tensors.ts";
import { readSafetensors } from "./safetensors.ts";
import { sha256 } from "./sha256.ts";

/** A trained model as it is stored: model.json, weights.safetensors and seen.bin. */
export interface Bundle {
  manifest: Manifest;
  weights: Uint8Array;
  /** Digests of the images and subjects that it has learned from, see `SeenList`; nothing but a training that starts from it needs them. */
  seen?: Uint8Array;
}

/** Manifest and weights of a bundle, after its hash was checked. Needs no engine. Throws InvalidManifest or InvalidWeights. */
export async function openBundle(bundle: Bundle): Promise<{ manifest: Manifest; weights: HostWeights }> {
  const manifest = parseManifest(bundle.manifest);
  const found = await sha256(bundle.weights);
  if (found !== manifest.weights.sha256) {
    throw new InvalidWeights(`The weights have SHA-256 ${found}; model.json expects ${manifest.weights.sha256}.`);
  }
  return { manifest, weights: dequantizeTensors(readSafetensors(bundle.weights).tensors) };
}
