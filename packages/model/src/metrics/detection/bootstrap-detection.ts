import { type BootstrapOptions, type Estimate, jointBootstrap } from "../stratified-bootstrap.ts";
import { type DetectionScores, detectionScores } from "./detection-scores.ts";
import { type DetectionImage, matchDetections } from "./match-detections.ts";

/**
 * Detection scores with their bootstrap intervals over images (over subjects with `options.subjects`). Boxes are matched once;
 * a draw costs one pass over them, for all scores together.
 *
 * @param of which scores, such as `({ ap50, ap }) => [ap50, ap]`
 * @throws NotEnoughDataError without reference boxes
 */
export function bootstrapDetection(
  images: readonly DetectionImage[],
  classCount: number,
  of: (scores: DetectionScores) => readonly number[],
  options: BootstrapOptions,
): Estimate[] {
  const matches = matchDetections(images, classCount);
  // Images with and without each class are strata, so that no class loses all of its boxes in a resample.
  const strata = stratumOfImages(matches.map(({ referenceCounts }) => referenceCounts));
  return jointBootstrap((weights) => of(detectionScores(matches, weights)), strata, options);
}

/** Images of the same set of classes have the same number. */
function stratumOfImages(referenceCounts: readonly Uint32Array[]): Int32Array {
  const numbers = new Map<string, number>();
  return Int32Array.from(referenceCounts[0] ?? [], (_, image) => {
    const key = referenceCounts.map((counts) => ((counts[image] ?? 0) > 0 ? "1" : "0")).join("");
    const number = numbers.get(key) ?? numbers.size;
    numbers.set(key, number);
    return number;
  });
}
