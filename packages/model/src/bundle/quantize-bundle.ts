import { InvalidWeights } from "./invalid-weights.ts";
import { type Manifest, serializeManifest } from "./manifest.ts";
import type { Bundle } from "./open-bundle.ts";
import type { Precision } from "./precision.ts";
import { quantizeTensors } from "./quantize-tensors.ts";
import { readSafetensors, writeSafetensors } from "./safetensors.ts";
import { sha256 } from "./sha256.ts";

/**
 * A smaller copy of a trained model. Its manifest names the precision and the model that it comes from; the figures of that one are
 * left out, as they were not measured on this one. Throws InvalidWeights for a model that is a copy already.
 */
export async function quantizeBundle(
  { manifest, weights, seen }: Bundle,
  precision: Exclude<Precision, "float32">,
): Promise<Bundle> {
  const { tensors, metadata } = readSafetensors(weights);
  const held = manifest.weights.precision ?? "float32";
  if (held !== "float32") {
    throw new InvalidWeights(`The model is in ${held} already: quantize the float32 model that it was made from.`);
  }
  const bytes = writeSafetensors(quantizeTensors(tensors, precision), { ...metadata, precision });
  const quantizedFrom = await sha256(new TextEncoder().encode(serializeManifest(manifest)));
  const quantized: Manifest = {
    ...manifest,
    metrics: { validation: null, test: null },
    provenance: { ...manifest.provenance, quantizedFrom },
    weights: { sha256: await sha256(bytes), sizeBytes: bytes.length, precision },
  };
  return { manifest: quantized, weights: bytes, ...(seen ? { seen } : {}) };
}
