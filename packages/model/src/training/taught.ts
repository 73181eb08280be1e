import * as tf from "@tensorflow/tfjs-core";
import type { Architecture } from "../network/architecture.ts";
import { encodeImages } from "../network/encode.ts";
import { trainingRunner } from "../network/layer-runner.ts";
import type { Weights } from "../network/weights.ts";
import type { ObjectiveInput } from "../objective/objective-input.ts";
import type { Lesson } from "./lesson.ts";

/**
 * What a lesson adds to an objective's input: the student's predictions for it. With mixed labelled images the classes to
 * learn are theirs, in place of the batch's. @param weights what the gradient is taken by @param ramp `[1]`
 */
export function taught(
  { images, targets, weights: rowWeights, labelled }: Lesson,
  architecture: Architecture,
  weights: Weights,
  ramp: tf.Tensor1D,
): Partial<ObjectiveInput> {
  const logits = predict(architecture, weights, images);
  if (labelled === 0) return { lesson: { logits, targets, weights: rowWeights, ramp } };
  const sizes = [labelled, targets.shape[0] - labelled];
  const cut = <T extends tf.Tensor>(rows: T): [T, T] => tf.split(rows, sizes, 0) as [T, T];
  const [ownLogits, otherLogits] = cut(logits);
  const [ownTargets, otherTargets] = cut(targets);
  const [ownWeights, otherWeights] = cut(rowWeights);
  return {
    ...{ logits: ownLogits, targets: ownTargets, labelWeights: ownWeights },
    lesson: { logits: otherLogits, targets: otherTargets, weights: otherWeights, ramp },
  };
}

/** Its batch statistics are not kept: at inference those of images as they are count. */
function predict(architecture: Architecture, weights: Weights, images: tf.Tensor4D): tf.Tensor2D {
  const runner = trainingRunner(weights);
  try {
    return encodeImages(architecture, runner, images).logits;
  } finally {
    runner.dispose();
  }
}
