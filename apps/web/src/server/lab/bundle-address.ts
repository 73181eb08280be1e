import type { BundleAddress } from "@/features/latent-lab/engine/protocol.ts";

/** Where the browser finds a model version's files. */
export function bundleAddress({ id, weightsSha256 }: { id: string; weightsSha256: string }): BundleAddress {
  return {
    manifestUrl: `/api/models/${id}/model.json`,
    weightsUrl: `/api/models/${id}/weights.safetensors`,
    weightsSha256,
  };
}
