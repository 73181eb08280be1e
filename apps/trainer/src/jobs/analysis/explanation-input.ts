import { readImages } from "@diaphane/data";
import type { ExplanationCheckInput } from "@diaphane/model";
import { basisOf } from "./basis.ts";
import type { ClaimedAnalysis } from "./encode-latent-set.ts";
import type { ReadyAnalysis } from "./run-request.ts";

/** Pixels of masks and boxes from which on something is marked. */
const marked = 255;

/** Held-out images, and where boxes (or else masks) mark something in them. */
export async function explanationInput(
  { services, claimed }: ReadyAnalysis,
  { images: most, seed }: Extract<ClaimedAnalysis["request"], { kind: "EXPLANATION_CHECK" }>,
): Promise<ExplanationCheckInput> {
  const { height, width, channels, shards } = claimed.datasetVersion;
  const { indices } = basisOf(claimed, most);
  const count = indices.length;
  const images = await readImages(services.store, shards, indices, height * width * channels);
  const regions = claimed.boxes ? boxRegions(claimed, indices) : await maskRegions(services, claimed, indices);
  const shape = { count, height, width };
  return {
    images: { ...shape, channels, images },
    marked: regions && { ...shape, channels: 1, images: regions },
    seed,
  };
}

function boxRegions({ boxes, datasetVersion }: ClaimedAnalysis, indices: readonly number[]): Uint8Array {
  const { height, width } = datasetVersion;
  const regions = new Uint8Array(indices.length * height * width);
  indices.forEach((index, place) => {
    for (const box of boxes?.[index] ?? []) {
      const [left, right] = [Math.max(0, Math.floor(box.left)), Math.min(width, Math.ceil(box.left + box.width))];
      const bottom = Math.min(height, Math.ceil(box.top + box.height));
      for (let row = Math.max(0, Math.floor(box.top)); row < bottom; row++) {
        regions.fill(marked, (place * height + row) * width + left, (place * height + row) * width + right);
      }
    }
  });
  return regions;
}

/** Everything but the background; where nobody said what there is, nothing is marked. Null without masks. */
async function maskRegions(
  { store }: ReadyAnalysis["services"],
  { datasetVersion }: ClaimedAnalysis,
  indices: readonly number[],
): Promise<Uint8Array | null> {
  const { height, width, maskClasses, maskShards } = datasetVersion;
  if (maskClasses.length === 0) return null;
  const masks = await readImages(store, maskShards, indices, height * width);
  return masks.map((value) => (value > 0 && value < maskClasses.length ? marked : 0));
}
