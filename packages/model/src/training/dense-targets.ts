import type * as tf from "@tensorflow/tfjs-core";
import { detectionStride } from "../network/detection-head.ts";
import type { DenseOutputs } from "../network/run-dense-heads.ts";
import { type DetectionTargets, detectionTargets } from "../objective/detection-targets.ts";
import type { ObjectiveInput } from "../objective/objective-input.ts";
import { augmentBoxes } from "./augment-boxes.ts";
import { augmentMasks } from "./augment-masks.ts";
import type { TrainingConfig } from "./training-config.ts";

/** Masks and boxes of a batch as they are drawn; each only with its head. */
export type DenseTargets = {
  /** Classes `[n, size, size, 1]`, 255 where nothing is known */
  masks?: tf.Tensor4D;
  /** `[n, most, 5]`: class, left, top, width, height in pixels; class −1 fills up */
  boxes?: tf.Tensor3D;
  /** `[n]`: 1 where somebody looked for boxes, else 0 */
  looked?: tf.Tensor1D;
};

/** The same after augmentation, as the terms read them. */
export interface MovedTargets {
  masks: tf.Tensor4D | undefined;
  boxes: { targets: DetectionTargets; looked: tf.Tensor1D } | undefined;
}

/**
 * Moves masks and boxes as the step's images are moved. The engine does it, and builds the detection maps from the moved boxes, because only
 * the engine knows the amounts: a compiled step draws its noise by itself.
 *
 * @param uniform `[n, ≥ augmentationUniforms]`
 */
export function movedTargets(
  { augmentation, model }: TrainingConfig,
  { masks, boxes, looked }: DenseTargets,
  uniform: tf.Tensor2D,
): MovedTargets {
  const grid = {
    side: model.inputSize / detectionStride,
    stride: detectionStride,
    classes: model.boxClasses.length,
  };
  return {
    masks: masks && augmentMasks(augmentation, masks, uniform),
    boxes:
      boxes && looked
        ? { targets: detectionTargets(augmentBoxes(augmentation, boxes, uniform, model.inputSize), grid), looked }
        : undefined,
  };
}

/** The heads' outputs beside what they should be, for the objective. */
export function denseInput(
  { maskLogits, detection }: DenseOutputs,
  { masks, boxes }: MovedTargets,
): Pick<ObjectiveInput, "maskLogits" | "masks" | "detection"> {
  return {
    ...(maskLogits && masks ? { maskLogits, masks } : {}),
    ...(detection && boxes ? { detection: { ...detection, ...boxes } } : {}),
  };
}
