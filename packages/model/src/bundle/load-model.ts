import { InvalidWeights } from "./invalid-weights.ts";
import { type Manifest, parseManifest } from "./manifest.ts";
import { createNetwork, type Network } from "./network.ts";
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

export interface Model extends Network {
  manifest: Manifest;
}

/**
 * Checks a bundle (manifest, hash, every tensor's shape) and puts its weights into the engine in use.
 * Throws InvalidManifest or InvalidWeights.
 */
export async function loadModel(bundle: Bundle): Promise<Model> {
  const manifest = parseManifest(bundle.manifest);
  const found = await sha256(bundle.weights);
  if (found !== manifest.weights.sha256) {
    throw new InvalidWeights(`The weights have SHA-256 ${found}; model.json expects ${manifest.weights.sha256}.`);
  }
  const network = createNetwork(manifest.model, dequantizeTensors(readSafetensors(bundle.weights).tensors));
  // Not a copy of it, whose class head would stay what it is now.
  return Object.assign(network, { manifest });
}
