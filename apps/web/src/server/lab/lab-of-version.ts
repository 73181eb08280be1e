import { listLatentNames, listModelSamples, listReleasedPresets, type StoreContext } from "@diaphane/core";
import type { LatentName } from "@/features/latent-lab/components/latent-names.tsx";
import type { BundleAddress } from "@/features/latent-lab/engine/protocol.ts";
import type { LabSamples } from "@/features/latent-lab/samples.ts";
import type { LabPreset } from "@/features/latent-lab/use-lab-preset.ts";
import { bundleAddress } from "./bundle-address.ts";

/** What the lab needs of a stored model version. */
export interface LabOfVersion {
  readonly address: BundleAddress;
  readonly samples: LabSamples | null;
  readonly names: readonly LatentName[];
  /** Released ones. */
  readonly presets: readonly LabPreset[];
}

export interface LabVersion {
  readonly id: string;
  readonly weightsSha256: string;
  readonly datasetVersion: { readonly classes: readonly string[] };
}

/** Where the browser finds a model version's files, and which images of its test split, at most `limit`, this visitor may see. */
export async function labOfVersion(ctx: StoreContext, version: LabVersion, limit?: number): Promise<LabOfVersion> {
  const { id, datasetVersion } = version;
  const address = bundleAddress(version);
  const [samples, names, released] = await Promise.all([
    listModelSamples(ctx, { modelVersionId: id, limit }),
    listLatentNames(ctx, { modelVersionId: id }),
    listReleasedPresets(ctx, { modelVersionId: id }),
  ]);
  const presets = released.map(({ slug, name }) => ({
    ...{ slug, name, isReleased: true },
    ...{ address: `/api/presets/${slug}`, page: `/presets/${slug}` },
  }));
  if (!samples || samples.samples.length === 0) return { address, samples: null, names, presets };
  const { height, width, channels, masks } = samples;
  const query = limit === undefined ? "" : `?limit=${limit}`;
  const items = samples.samples.map(({ index, label, boxes }) => ({
    index,
    boxes,
    label: label === null ? null : (datasetVersion.classes[label] ?? null),
  }));
  return {
    address,
    names,
    presets,
    samples: {
      url: `/api/lab/versions/${id}/samples${query}`,
      masksUrl: masks ? `/api/lab/versions/${id}/masks${query}` : null,
      ...{ height, width, channels: channels === 3 ? 3 : 1, items },
    },
  };
}
