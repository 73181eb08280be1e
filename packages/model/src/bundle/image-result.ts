import { fitImages } from "../images/fit-images.ts";
import { fitBoxes, fitMasks } from "../images/fit-targets.ts";
import type { ImageBatch } from "../images/image-set.ts";
import { type Box, IGNORED_PIXEL } from "../images/targets.ts";
import { overlap } from "../metrics/index.ts";
import type { FoundBox } from "../network/decode-boxes.ts";
import { boxScore } from "./box-score.ts";
import type { Network } from "./network.ts";

/** What somebody said is in an image; null where nobody said, or it has no such thing. */
export interface ImageTargets {
  /** `[height, width]` classes */
  mask: Uint8Array | null;
  /** In pixels of the image. */
  boxes: readonly Box[] | null;
}

/** What a network outlines and finds in one image, beside what was said; all at the network's input size. */
export interface ImageResult {
  /** Of the network's input, in pixels. */
  side: number;
  /** `[inputSize, inputSize]` classes; null without a segmentation head */
  mask: Uint8Array | null;
  drawnMask: Uint8Array | null;
  /** The boxes that it is fairly sure of; null without a detection head. */
  boxes: FoundBox[] | null;
  drawnBoxes: Box[] | null;
  /** Mean Dice over the classes after the background, 0…1; null without masks, or where neither has any. */
  dice: number | null;
  /** See `boxScore`; null without boxes, or where there are none in either. */
  boxes50: number | null;
}

/** Boxes less sure than this are not shown, and do not count as found. */
export const shownBoxScore = 0.3;

/** @param image one image of any size */
export async function resultOfImage(
  network: Pick<Network, "config" | "segment" | "detect">,
  image: ImageBatch,
  targets: ImageTargets,
): Promise<ImageResult> {
  const { inputSize, channels, maskClasses, boxClasses } = network.config;
  const fitted = fitImages(image, inputSize, channels);
  const mask = maskClasses.length > 0 ? await network.segment(fitted) : null;
  const found = boxClasses.length > 0 ? await network.detect(fitted) : null;
  const boxes = found && (found[0] ?? []).filter(({ score }) => score >= shownBoxScore);
  const drawnMask = mask && targets.mask && fitMasks(targets.mask, image, inputSize);
  const drawnBoxes = boxes && targets.boxes && fitBoxes(targets.boxes, image, inputSize);
  return {
    ...{ side: inputSize, mask, drawnMask, boxes, drawnBoxes },
    dice: mask && drawnMask && diceOf(mask, drawnMask, maskClasses.length),
    boxes50: boxes && drawnBoxes && boxScore(boxes, drawnBoxes),
  };
}

function diceOf(mask: Uint8Array, drawn: Uint8Array, classCount: number): number | null {
  const isKnown = (_value: number, place: number): boolean => drawn[place] !== IGNORED_PIXEL;
  const known = drawn.filter(isKnown);
  return known.length === 0 ? null : overlap(mask.filter(isKnown), known, classCount).meanDice;
}
