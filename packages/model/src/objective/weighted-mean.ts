import * as tf from "@tensorflow/tfjs-core";

/** Mean over rows by weight; 0 where no row has any. @param perRow `[n]` or `[n, k]` @param weights `[n]` */
export function weightedMean<T extends tf.Tensor>(perRow: tf.Tensor, weights: tf.Tensor1D): T {
  const spread = perRow.rank === 1 ? weights : tf.reshape(weights, [-1, 1]);
  return tf.div(tf.sum(tf.mul(perRow, spread), 0), tf.maximum(tf.sum(weights), 1));
}
