import { splitOrder } from "@diaphane/core";
import type { ClaimedAnalysis } from "./encode-latent-set.ts";

/** Fewer held-out images than this, and all are used: said with the result. */
const leastHeldOut = 100;
const train = splitOrder.indexOf("TRAIN");

export interface Basis {
  /** Places of the images, ascending. */
  indices: number[];
  /** Whether training did not see them. */
  heldOut: boolean;
}

/**
 * The images that an analysis describes: those that training did not see where there are enough, else all; at most `most`, evenly
 * spaced. Of data other than the training data every image is held out.
 */
export function basisOf(
  { samples, datasetVersion, modelVersion }: Pick<ClaimedAnalysis, "samples" | "datasetVersion" | "modelVersion">,
  most: number,
): Basis {
  const all = Array.from(samples.indices);
  const isForeign = datasetVersion.id !== modelVersion.datasetVersionId;
  const unseen = isForeign ? all : all.filter((_, place) => samples.splits[place] !== train);
  const heldOut = unseen.length >= leastHeldOut || isForeign;
  const chosen = heldOut ? unseen : all;
  const taken = Math.min(most, chosen.length);
  const indices = Array.from({ length: taken }, (_, i) => chosen[Math.floor((i * chosen.length) / taken)] ?? 0);
  return { indices, heldOut };
}
