import type { StoreContext } from "@diaphane/core";
import { trainingConfig } from "@diaphane/model/config";
import type { ImageResultsProps } from "@/features/models/results/image-results.tsx";
import { type LabVersion, labOfVersion } from "./lab-of-version.ts";

/** Images that a browser runs through the network before anybody has lost patience. */
const mostImages = 60;

/** What a page needs to show masks and boxes of test images; null for a model that has no such heads, or without test images. */
export async function imageResultsOf(
  ctx: StoreContext,
  version: LabVersion & { config: unknown },
): Promise<ImageResultsProps | null> {
  const config = trainingConfig.safeParse(version.config);
  if (!config.success) return null;
  const { maskClasses, boxClasses } = config.data.model;
  if (maskClasses.length + boxClasses.length === 0) return null;
  const { address, samples } = await labOfVersion(ctx, version, mostImages);
  return samples ? { address, samples, classes: { maskClasses, boxClasses } } : null;
}
