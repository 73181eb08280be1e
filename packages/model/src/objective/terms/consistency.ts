import * as tf from "@tensorflow/tfjs-core";
import type { Term } from "../term.ts";
import { weightedMean } from "../weighted-mean.ts";

/**
 * How far the student's predictions are from the lesson's, which have no gradient, times the ramp. Mean over its rows of
 * - mean teacher: the squared difference of the probabilities, mean over classes (Tarvainen & Valpola 2017, as in their code);
 * - FixMatch: cross-entropy against the pseudo label; where none was sure enough it is all zero, and the row counts as 0 in the mean (Sohn et al. 2020,
 *   equation 4);
 * - MixMatch: as mean teacher, on mixed images without a label (Berthelot et al. 2019, equation 4). The mixed ones with a label
 *   are the classification term's.
 */
export const consistency: Term<"consistency"> = {
  kind: "consistency",
  weight: ({ weight }) => weight,
  value({ method }, { lesson }) {
    if (lesson === undefined) throw new Error("A consistency term needs a lesson, which the training step makes.");
    const { logits, targets, weights, ramp } = lesson;
    const losses = method === "fixmatch" ? crossEntropy(logits, targets) : squaredDifference(logits, targets);
    return tf.mul(weightedMean<tf.Scalar>(losses, weights), tf.reshape<tf.Rank.R0>(ramp, []));
  },
};

function crossEntropy(logits: tf.Tensor2D, targets: tf.Tensor2D): tf.Tensor {
  return tf.neg(tf.sum(tf.mul(tf.logSoftmax(logits), targets), 1));
}

function squaredDifference(logits: tf.Tensor2D, targets: tf.Tensor2D): tf.Tensor {
  return tf.div(tf.sum(tf.square(tf.sub(tf.softmax(logits), targets)), 1), logits.shape[1]);
}
