import type { InstanceOverlaps } from "./match-instances.ts";

export interface PanopticQuality {
  /** Segmentation quality × recognition quality, 0…1. */
  pq: number;
  /** Mean IoU of the matched pairs; 0 when nothing matches. */
  sq: number;
  /** F1 of finding instances. */
  rq: number;
  truePositives: number;
  falsePositives: number;
  falseNegatives: number;
}

/**
 * Panoptic quality of the instances of one class (Kirillov et al. 2019). Instances match with an IoU over .5, which at most one
 * other can have.
 *
 * **Empty maps:** null when neither map has an instance; 0 when only one of them has.
 */
export function panopticQuality({ referenceAreas, predictedAreas, pairs }: InstanceOverlaps): PanopticQuality | null {
  if (referenceAreas.length + predictedAreas.length === 0) return null;
  const matched = pairs.filter(({ iou }) => iou > 0.5);
  const truePositives = matched.length;
  const falsePositives = predictedAreas.length - truePositives;
  const falseNegatives = referenceAreas.length - truePositives;
  const sq = truePositives === 0 ? 0 : matched.reduce((sum, { iou }) => sum + iou, 0) / truePositives;
  const rq = truePositives / (truePositives + falsePositives / 2 + falseNegatives / 2);
  return { pq: sq * rq, sq, rq, truePositives, falsePositives, falseNegatives };
}
