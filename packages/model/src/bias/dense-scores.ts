import { lookedImages } from "../bundle/evaluate-detection.ts";
import { imageOverlaps } from "../bundle/evaluate-segmentation.ts";
import type { Network } from "../bundle/network.ts";
import type { ImageSet } from "../images/image-set.ts";
import { type DetectionImage, hausdorffDistance } from "../metrics/index.ts";
import type { AuditRequest } from "./audit-request.ts";

/** Scores of every image's mask and boxes, for an audit; nothing without such heads, masks or boxes. */
export async function denseScores(
  network: Pick<Network, "config" | "segment" | "detect">,
  set: ImageSet,
): Promise<Pick<AuditRequest, "segmentation" | "detection">> {
  const overlaps = await imageOverlaps(network, set);
  const looked = await lookedImages(network, set);
  const found: Pick<AuditRequest, "segmentation" | "detection"> = {};
  if (overlaps) {
    const { inputSize, maskClasses } = network.config;
    const dice = new Float64Array(set.count).fill(Number.NaN);
    const hd95 = new Float64Array(set.count).fill(Number.NaN);
    overlaps.rows.forEach((row, i) => {
      dice[row] = overlaps.meanDice[i] ?? Number.NaN;
      const masks = overlaps.masks[i];
      if (masks) hd95[row] = meanDistance(masks, maskClasses.length, inputSize);
    });
    found.segmentation = { dice, hd95 };
  }
  if (looked) {
    const images = Array.from({ length: set.count }, (): DetectionImage | null => null);
    looked.rows.forEach((row, i) => {
      images[row] = looked.images[i] ?? null;
    });
    found.detection = { images, classCount: network.config.boxClasses.length };
  }
  return found;
}

/** Mean over the classes after the background that both masks have; NaN without. */
function meanDistance(
  { predicted, reference }: { predicted: Uint8Array; reference: Uint8Array },
  classCount: number,
  side: number,
): number {
  const distances = Array.from({ length: classCount - 1 }, (_, k) => {
    const isOf = (mask: Uint8Array): Uint8Array => mask.map((value) => (value === k + 1 ? 1 : 0));
    return hausdorffDistance(isOf(predicted), isOf(reference), { height: side, width: side });
  }).filter((distance) => distance !== null);
  return distances.reduce((sum, one) => sum + one, 0) / distances.length;
}
