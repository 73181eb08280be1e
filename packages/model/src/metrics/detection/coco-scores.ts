import { type DetectionScores, detectionScores } from "./detection-scores.ts";
import { type AreaRange, type DetectionImage, matchDetections } from "./match-detections.ts";

/** COCO's ranges, in square pixels. */
const AREAS = {
  small: [0, 32 ** 2],
  medium: [32 ** 2, 96 ** 2],
  large: [96 ** 2, Number.POSITIVE_INFINITY],
} as const satisfies Record<string, AreaRange>;

export interface CocoScores extends DetectionScores {
  /** By area of the reference box; null where there is none of that size. */
  byArea: Record<keyof typeof AREAS, DetectionScores | null>;
}

/**
 * COCO's detection scores: average precision and recall, by class and by size of the reference boxes.
 *
 * @throws NotEnoughDataError without reference boxes; MetricInputError as `matchDetections`
 */
export function cocoScores(images: readonly DetectionImage[], classCount: number): CocoScores {
  const ofArea = (area: AreaRange): DetectionScores | null => {
    const matches = matchDetections(images, classCount, area);
    const isEmpty = matches.every(({ referenceCounts }) => referenceCounts.every((count) => count === 0));
    return isEmpty ? null : detectionScores(matches);
  };
  return {
    ...detectionScores(matchDetections(images, classCount)),
    byArea: { small: ofArea(AREAS.small), medium: ofArea(AREAS.medium), large: ofArea(AREAS.large) },
  };
}
