import { listModelSamples, type StoreContext } from "@diaphane/core";
import type { BundleAddress } from "@/features/latent-lab/engine/protocol.ts";
import type { LabSamples } from "@/features/latent-lab/samples.ts";

/** What the lab needs of a stored model version. */
export interface LabOfVersion {
  readonly address: BundleAddress;
  readonly samples: LabSamples | null;
}

interface LabVersion {
  readonly id: string;
  readonly weightsSha256: string;
  readonly datasetVersion: { readonly classes: readonly string[] };
}

/** Where the browser finds a model version's files, and which images of its test split this visitor may see. */
export async function labOfVersion(ctx: StoreContext, version: LabVersion): Promise<LabOfVersion> {
  const { id, weightsSha256, datasetVersion } = version;
  const address = {
    manifestUrl: `/api/models/${id}/model.json`,
    weightsUrl: `/api/models/${id}/weights.safetensors`,
    weightsSha256,
  };
  const samples = await listModelSamples(ctx, { modelVersionId: id });
  if (!samples || samples.samples.length === 0) return { address, samples: null };
  const { height, width, channels } = samples;
  const items = samples.samples.map(({ index, label }) => ({
    index,
    label: label === null ? null : (datasetVersion.classes[label] ?? null),
  }));
  return {
    address,
    samples: { url: `/api/lab/versions/${id}/samples`, height, width, channels: channels === 3 ? 3 : 1, items },
  };
}
