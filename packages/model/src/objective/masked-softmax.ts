import * as tf from "@tensorflow/tfjs-core";

/** Far below any logit, and far from what single precision can't hold. */
const excluded = 1e9;

/**
 * Log of the softmax of each row over the classes that its mask has; near −1e9 for the others.
 * @param logits `[n, classes]` @param mask `[n, classes]`: 1 for a class of the row's own set, else 0
 */
export function maskedLogSoftmax(logits: tf.Tensor2D, mask: tf.Tensor2D): tf.Tensor2D {
  return tf.logSoftmax(tf.add<tf.Tensor2D>(logits, tf.mul(tf.sub(mask, 1), excluded)));
}

/** Label smoothing (Szegedy et al. 2016) over the classes of each row's mask. @param targets one-hot `[n, classes]` */
export function smoothedTargets(targets: tf.Tensor2D, mask: tf.Tensor2D, share: number): tf.Tensor2D {
  if (share === 0) return targets;
  const even = tf.div(tf.mul(mask, share), tf.maximum(tf.sum(mask, 1, true), 1));
  return tf.add(tf.mul(targets, 1 - share), even);
}
