import * as tf from "@tensorflow/tfjs-core";
import type { Term } from "../term.ts";

/** Keeps the Dice of a class that a batch lacks from jumping between 0 and 1. */
const smoothing = 1;

/**
 * Cross-entropy, the mean over the batch's known pixels, and soft Dice (Milletari et al. 2016; the sum as in nnU-Net, Isensee et al. 2021):
 * `1 − mean_k (2·Σ p·y + 1) / (Σ p + Σ y + 1)` over the classes after the background, as cross-entropy is mostly about that one. Its sums
 * go over the batch: many an image lacks a class. Pixels to be ignored, images without a mask and padding count nothing.
 */
export const segmentation: Term<"segmentation"> = {
  kind: "segmentation",
  weight: ({ weight }) => weight,
  value({ diceWeight }, { maskLogits, masks, rowWeights }) {
    if (!maskLogits || !masks) throw new Error("The segmentation term needs a segmentation head and masks.");
    const [count, height, width, classes] = maskLogits.shape;
    const logProbabilities = tf.logSoftmax(tf.reshape<tf.Rank.R2>(maskLogits, [-1, classes]));
    // No class equals an ignored pixel's number, so its row is all zero.
    const isOfClass = tf.cast(tf.equal(tf.reshape(masks, [-1, 1]), tf.range(0, classes)), "float32");
    const rows = tf.mul(tf.reshape(rowWeights, [count, 1]), tf.ones([1, height * width]));
    const targets = tf.mul(isOfClass, tf.reshape(rows, [-1, 1]));
    const known = tf.sum(targets, 1, true);
    const entropy = tf.div(tf.neg(tf.sum(tf.mul(logProbabilities, targets))), tf.maximum(tf.sum(known), 1));
    const probabilities = tf.mul(tf.exp(logProbabilities), known);
    const shared = tf.sum(tf.mul(probabilities, targets), 0);
    const both = tf.add(tf.sum(probabilities, 0), tf.sum(targets, 0));
    const dice = tf.div(tf.add(tf.mul(shared, 2), smoothing), tf.add(both, smoothing));
    // A product picks the classes after the background: unlike a slice, it has a gradient everywhere.
    const foreground = tf.tensor1d(Array.from({ length: classes }, (_, k) => (k === 0 ? 0 : 1 / (classes - 1))));
    const loss = tf.sub(1, tf.sum(tf.mul(dice, foreground)));
    return tf.add(entropy, tf.mul(loss, diceWeight));
  },
};
