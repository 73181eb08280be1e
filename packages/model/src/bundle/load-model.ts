import type { Manifest } from "./manifest.ts";
import { createNetwork, type Network } from "./network.ts";
import { type Bundle, openBundle } from "./open-bundle.ts";

export interface Model extends Network {
  manifest: Manifest;
}

/**
 * Checks a bundle (manifest, hash, every tensor's shape) and puts its weights into the engine in use.
 * Throws InvalidManifest or InvalidWeights.
 */
export async function loadModel(bundle: Bundle): Promise<Model> {
  const { manifest, weights } = await openBundle(bundle);
  const network = createNetwork(manifest.model, weights);
  // Not a copy of it, whose class head would stay what it is now.
  return Object.assign(network, { manifest });
}
