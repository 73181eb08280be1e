import { NotEnoughDataError } from "../metric-errors.ts";
import { type ClassMatches, iouThresholds, mostDetections } from "./match-detections.ts";

/** Points of recall that precision is read at: 0, .01 … 1. */
const RECALL_POINTS = 101;

export interface ClassDetectionScores {
  classIndex: number;
  /** Reference boxes; with weights, their weighted number. */
  referenceCount: number;
  /** Average precision, mean over IoU .50:.05:.95. */
  ap: number;
  ap50: number;
  ap75: number;
  /** Share of reference boxes found with at most 1, 10 and 100 boxes an image, mean over the same IoUs. */
  recall: { 1: number; 10: number; 100: number };
}

export interface DetectionScores extends Omit<ClassDetectionScores, "classIndex" | "referenceCount"> {
  /** Null for a class without reference boxes, which the means leave out. */
  byClass: (ClassDetectionScores | null)[];
}

/**
 * COCO's scores from matches made before (Lin et al. 2014; equal to pycocotools): means over the classes that have reference
 * boxes. With weights it is the inner loop of a bootstrap over images (or their subjects).
 *
 * @param weights `[images]`, how often each image counts; once unless given
 * @throws NotEnoughDataError without reference boxes
 */
export function detectionScores(matches: readonly ClassMatches[], weights?: ArrayLike<number>): DetectionScores {
  const byClass = matches.map((ofClass) => classScores(ofClass, weights));
  const present = byClass.filter((scores) => scores !== null);
  if (present.length === 0) throw new NotEnoughDataError("detection", "There are 0 reference boxes.");
  const mean = (of: (scores: ClassDetectionScores) => number) =>
    present.reduce((sum, scores) => sum + of(scores), 0) / present.length;
  return {
    ap: mean(({ ap }) => ap),
    ap50: mean(({ ap50 }) => ap50),
    ap75: mean(({ ap75 }) => ap75),
    recall: {
      1: mean(({ recall }) => recall[1]),
      10: mean(({ recall }) => recall[10]),
      100: mean(({ recall }) => recall[100]),
    },
    byClass,
  };
}

function classScores(matches: ClassMatches, weights: ArrayLike<number> | undefined): ClassDetectionScores | null {
  const weightOf = (image: number): number => (weights ? (weights[image] ?? 0) : 1);
  const referenceCount = matches.referenceCounts.reduce((sum, count, image) => sum + count * weightOf(image), 0);
  if (referenceCount === 0) return null;
  const byDetection = Float64Array.from(matches.images, weightOf);
  const precisions = iouThresholds.map((_, t) => averagePrecision(matches, t, byDetection, referenceCount));
  const recall = (most: number): number =>
    meanOf(iouThresholds.map((_, t) => found(matches, t, byDetection, most) / referenceCount));
  return {
    classIndex: matches.classIndex,
    referenceCount,
    ap: meanOf(precisions),
    ap50: precisions[0] ?? 0,
    ap75: precisions[5] ?? 0,
    recall: { 1: recall(1), 10: recall(10), 100: recall(mostDetections) },
  };
}

/** Mean over the recall points of the best precision at that recall or more. */
function averagePrecision(
  { hits, ignored }: ClassMatches,
  threshold: number,
  weights: Float64Array,
  referenceCount: number,
): number {
  const recalls = new Float64Array(hits.length);
  const precisions = new Float64Array(hits.length);
  let right = 0;
  let all = 0;
  for (let d = 0; d < hits.length; d++) {
    if ((((ignored[d] ?? 0) >> threshold) & 1) === 0) {
      all += weights[d] ?? 0;
      if ((((hits[d] ?? 0) >> threshold) & 1) === 1) right += weights[d] ?? 0;
    }
    recalls[d] = right / referenceCount;
    precisions[d] = all === 0 ? 0 : right / all;
  }
  for (let d = hits.length - 2; d >= 0; d--) precisions[d] = Math.max(precisions[d] ?? 0, precisions[d + 1] ?? 0);
  let sum = 0;
  let d = 0;
  for (let point = 0; point < RECALL_POINTS; point++) {
    const wanted = point * 0.01;
    while (d < hits.length && (recalls[d] ?? 0) < wanted) d++;
    if (d === hits.length) break;
    sum += precisions[d] ?? 0;
  }
  return sum / RECALL_POINTS;
}

/** Reference boxes found by the `most` surest boxes of each image. */
function found({ hits, ignored, ranks }: ClassMatches, threshold: number, weights: Float64Array, most: number): number {
  let sum = 0;
  for (let d = 0; d < hits.length; d++) {
    const isHit = ((((hits[d] ?? 0) & ~(ignored[d] ?? 0)) >> threshold) & 1) === 1;
    if (isHit && (ranks[d] ?? 0) < most) sum += weights[d] ?? 0;
  }
  return sum;
}

function meanOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
