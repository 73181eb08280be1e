import { fitMasks } from "../images/fit-targets.ts";
import type { ImageSet } from "../images/image-set.ts";
import type { Pixels } from "../images/pixels.ts";
import { namedSubjects } from "../images/subjects.ts";
import { IGNORED_PIXEL } from "../images/targets.ts";
import { type Estimate, hausdorffDistance, overlap, stratifiedBootstrap } from "../metrics/index.ts";
import type { EvaluationOptions } from "./evaluate.ts";
import type { SegmentationEvaluation } from "./evaluation.ts";
import type { Network } from "./network.ts";

type Scores = (number | null)[];

/** Scores of the images that have a known pixel. */
export interface ImageOverlaps {
  /** `[n]` places of these images in the set */
  rows: number[];
  /** `[classes][n]` each, null where neither mask has the class */
  dice: Scores[];
  iou: Scores[];
  /** `[n]` means over the classes after the background */
  meanDice: Scores;
  meanIou: Scores;
  /** Predicted and drawn masks at the network's input size `[n]`; ignored pixels are the background in both. */
  masks: { predicted: Uint8Array; reference: Uint8Array }[];
}

/** Overlap of each image's predicted and drawn mask; null without a segmentation head or masks. */
export async function imageOverlaps(
  network: Pick<Network, "config" | "segment">,
  set: ImageSet,
): Promise<ImageOverlaps | null> {
  const { inputSize, maskClasses } = network.config;
  if (maskClasses.length === 0 || !set.segmentation) return null;
  const reference = fitMasks(set.segmentation.masks, set, inputSize);
  const predicted = await network.segment(set);
  const area = inputSize * inputSize;
  const found: ImageOverlaps = {
    ...{ rows: [], masks: [], meanDice: [], meanIou: [] },
    dice: maskClasses.map(() => []),
    iou: maskClasses.map(() => []),
  };
  for (let row = 0; row < set.count; row++) {
    const cut = (masks: Pixels): Uint8Array => masks.subarray(row * area, (row + 1) * area);
    const [drawn, ours] = [cut(reference), cut(predicted)];
    const known = drawn.map((value) => (value === IGNORED_PIXEL ? 0 : 1));
    if (!known.includes(1)) continue;
    const isKnown = (_value: number, place: number): boolean => known[place] === 1;
    const scores = overlap(ours.filter(isKnown), drawn.filter(isKnown), maskClasses.length);
    found.rows.push(row);
    scores.dice.forEach((value, k) => void found.dice[k]?.push(value));
    scores.iou.forEach((value, k) => void found.iou[k]?.push(value));
    found.meanDice.push(scores.meanDice);
    found.meanIou.push(scores.meanIou);
    const shown = (mask: Uint8Array): Uint8Array => mask.map((value, place) => (known[place] === 1 ? value : 0));
    found.masks.push({ predicted: shown(ours), reference: shown(drawn) });
  }
  return found;
}

/** The part of an evaluation that is about masks: means over images with intervals; nothing without head or masks. */
export async function evaluateSegmentation(
  network: Pick<Network, "config" | "segment">,
  set: ImageSet,
  options: EvaluationOptions,
): Promise<{ segmentation?: SegmentationEvaluation }> {
  const overlaps = await imageOverlaps(network, set);
  if (overlaps === null) return {};
  const { rows, dice, iou, masks } = overlaps;
  const { maskClasses: classes, inputSize } = network.config;
  const subjects = set.subjects && namedSubjects(rows.map((row) => set.subjects?.[row] ?? null));
  const estimate = (values: Scores): Estimate | null => meanWithInterval(values, subjects, options);
  const distances = (k: number): Scores =>
    masks.map(({ predicted, reference }) =>
      hausdorffDistance(isOf(predicted, k), isOf(reference, k), { height: inputSize, width: inputSize }),
    );
  return {
    segmentation: {
      ...{ images: rows.length, classes },
      byClass: classes.map((_, k) => ({
        dice: estimate(dice[k] ?? []),
        iou: estimate(iou[k] ?? []),
        hd95: estimate(distances(k)),
      })),
      dice: estimate(overlaps.meanDice),
      iou: estimate(overlaps.meanIou),
    },
  };
}

function isOf(mask: Uint8Array, classIndex: number): Uint8Array {
  return mask.map((value) => (value === classIndex ? 1 : 0));
}

/** Mean of what is not null; images with a value are a stratum, so that no resample is without any. */
function meanWithInterval(
  values: Scores,
  subjects: string[] | undefined,
  { seed, draws = 1000 }: EvaluationOptions,
): Estimate | null {
  if (values.every((value) => value === null)) return null;
  const mean = (weights: Float64Array): number => {
    let [sum, total] = [0, 0];
    values.forEach((value, place) => {
      if (value === null) return;
      sum += value * (weights[place] ?? 0);
      total += weights[place] ?? 0;
    });
    return sum / total;
  };
  const strata = values.map((value) => (value === null ? 0 : 1));
  return stratifiedBootstrap(mean, strata, { seed, draws, ...(subjects ? { subjects } : {}) });
}
