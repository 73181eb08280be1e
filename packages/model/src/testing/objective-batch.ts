import * as tf from "@tensorflow/tfjs-core";
import type { ObjectiveInput, SharedLosses } from "../objective/objective-input.ts";

/** A batch for tests of single terms: what they don't look at is empty. */
export function objectiveBatch(changes: Partial<ObjectiveInput>): ObjectiveInput {
  const rows = changes.z?.shape[0] ?? 1;
  return {
    images: tf.zeros([rows, 1, 1, 1]),
    pixelLogits: tf.zeros([rows, 1, 1, 1]),
    mu: tf.zeros([rows, 1]),
    logVar: tf.zeros([rows, 1]),
    z: tf.zeros([rows, 1]),
    logits: tf.zeros([rows, 2]),
    logSigma: tf.tensor1d([0]),
    targets: tf.zeros([rows, 2]),
    rowWeights: tf.ones([rows]),
    labelWeights: tf.ones([rows]),
    capacity: tf.tensor1d([0]),
    imageCount: rows,
    ...changes,
  };
}

/** Shared losses that a term under test must not look at. */
export function noSharedLosses(): SharedLosses {
  return { reconstruction: tf.scalar(Number.NaN), kl: tf.scalar(Number.NaN), klPerLatent: tf.tensor1d([Number.NaN]) };
}
