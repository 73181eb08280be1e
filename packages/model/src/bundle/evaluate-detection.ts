import type { ImageSet } from "../images/image-set.ts";
import { namedSubjects } from "../images/subjects.ts";
import type { Box } from "../images/targets.ts";
import {
  bootstrapDetection,
  type DetectionImage,
  type DetectionScores,
  detectionScores,
  type Estimate,
  matchDetections,
} from "../metrics/index.ts";
import type { FoundBox } from "../network/decode-boxes.ts";
import type { EvaluationOptions } from "./evaluate.ts";
import type { DetectionEvaluation } from "./evaluation.ts";
import type { Network } from "./network.ts";

/** What was found and what was drawn in the images that somebody looked at. */
export interface LookedImages {
  /** `[n]` places of these images in the set */
  rows: number[];
  /** `[n]` */
  images: DetectionImage[];
}

/** Runs the detector over a set; null without a detection head or boxes. */
export async function lookedImages(
  network: Pick<Network, "config" | "detect">,
  set: ImageSet,
): Promise<LookedImages | null> {
  if (network.config.boxClasses.length === 0 || !set.detection) return null;
  const found = await network.detect(set);
  const looked: LookedImages = { rows: [], images: [] };
  set.detection.boxes.forEach((drawn, row) => {
    if (drawn === null) return;
    looked.rows.push(row);
    looked.images.push({ detected: (found[row] ?? []).map(toDetected), reference: drawn.map(toReference) });
  });
  return looked;
}

/** COCO's average precision at an IoU of .5; null without a detection head or boxes. */
export async function ap50Of(network: Pick<Network, "config" | "detect">, set: ImageSet): Promise<number | null> {
  const looked = await lookedImages(network, set);
  if (looked === null || countBoxes(looked) === 0) return null;
  return detectionScores(matchDetections(looked.images, network.config.boxClasses.length)).ap50;
}

/** The part of an evaluation that is about boxes: COCO's scores with intervals; nothing without head or boxes. */
export async function evaluateDetection(
  network: Pick<Network, "config" | "detect">,
  set: ImageSet,
  { seed, draws = 1000 }: EvaluationOptions,
): Promise<{ detection?: DetectionEvaluation }> {
  const looked = await lookedImages(network, set);
  if (looked === null) return {};
  const { boxClasses: classes } = network.config;
  const boxes = countBoxes(looked);
  const counts = { images: looked.images.length, boxes, classes };
  if (boxes === 0) return { detection: { ...counts, overall: null, byClass: classes.map(() => null) } };
  const subjects = set.subjects && namedSubjects(looked.rows.map((row) => set.subjects?.[row] ?? null));
  const options = { seed, draws, ...(subjects ? { subjects } : {}) };
  const [overall, ...byClass] = groups(
    bootstrapDetection(
      looked.images,
      classes.length,
      (scores) => [scores, ...scores.byClass].flatMap(figuresOf),
      options,
    ),
  );
  const present = detectionScores(matchDetections(looked.images, classes.length)).byClass;
  return {
    detection: {
      ...counts,
      overall: overall ?? null,
      byClass: present.map((ofClass, k) => {
        const figures = byClass[k];
        return ofClass && figures ? { boxes: ofClass.referenceCount, ...figures } : null;
      }),
    },
  };
}

type Figures = NonNullable<DetectionEvaluation["overall"]>;

function figuresOf(scores: Pick<DetectionScores, "ap" | "ap50" | "recall"> | null): number[] {
  return scores === null ? [0, 0, 0] : [scores.ap, scores.ap50, scores.recall[100]];
}

/** Estimates in the order of `figuresOf`, again under their names. */
function groups(estimates: Estimate[]): Figures[] {
  return Array.from({ length: estimates.length / 3 }, (_, group) => {
    const [ap, ap50, recall] = estimates.slice(group * 3, group * 3 + 3);
    if (!ap || !ap50 || !recall) throw new Error("Detection scores come in threes.");
    return { ap, ap50, recall };
  });
}

function countBoxes({ images }: LookedImages): number {
  return images.reduce((sum, { reference }) => sum + reference.length, 0);
}

function toReference({ classIndex, left, top, width, height }: Box) {
  return { classIndex, x: left, y: top, width, height };
}

function toDetected(box: FoundBox) {
  return { ...toReference(box), score: box.score };
}
