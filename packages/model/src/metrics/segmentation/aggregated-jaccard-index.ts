import type { InstanceOverlaps } from "./match-instances.ts";

/**
 * Aggregated Jaccard index of instances, 0…1 (Kumar et al. 2017): each reference instance with the predicted one of greatest
 * IoU (of equal ones the lower label; one may serve several), shared pixels summed over pixels in either; instances that are
 * met by none, or serve none, add their area below.
 *
 * **Empty maps:** null when neither map has an instance; 0 when only one of them has.
 */
export function aggregatedJaccardIndex({ referenceAreas, predictedAreas, pairs }: InstanceOverlaps): number | null {
  if (referenceAreas.length + predictedAreas.length === 0) return null;
  const best = new Map<number, (typeof pairs)[number]>();
  for (const pair of pairs) {
    if (pair.iou > (best.get(pair.reference)?.iou ?? 0)) best.set(pair.reference, pair);
  }
  let shared = 0;
  let either = 0;
  referenceAreas.forEach((area, reference) => {
    const pair = best.get(reference);
    shared += pair?.shared ?? 0;
    either += area + (pair ? (predictedAreas[pair.predicted] ?? 0) - pair.shared : 0);
  });
  const serving = new Set([...best.values()].map(({ predicted }) => predicted));
  predictedAreas.forEach((area, predicted) => {
    if (!serving.has(predicted)) either += area;
  });
  return shared / either;
}
