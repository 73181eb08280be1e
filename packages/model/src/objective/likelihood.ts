import * as tf from "@tensorflow/tfjs-core";

const halfLogTwoPi = 0.5 * Math.log(2 * Math.PI);

/**
 * −log N(x; sigmoid(logits), sigma²) summed over pixels and channels `[n]`.
 * @param images `[n, h, w, c]` @param pixelLogits `[n, h, w, c]` @param logSigma one for all pixels `[1]`
 */
export function gaussianLoss(images: tf.Tensor4D, pixelLogits: tf.Tensor4D, logSigma: tf.Tensor1D): tf.Tensor1D {
  const pixels = images.size / images.shape[0];
  const squares = tf.sum(tf.square(tf.sub(images, tf.sigmoid(pixelLogits))), [1, 2, 3]);
  // Summed before scaling: sigma is shared, so one division a row does for all pixels.
  const scaled = tf.mul(squares, tf.mul(tf.exp(tf.mul(logSigma, -2)), 0.5));
  return tf.add(scaled, tf.mul(tf.add(logSigma, halfLogTwoPi), pixels));
}

/**
 * −log Bernoulli(x; sigmoid(logits)) summed over pixels and channels `[n]`, in the form that does not overflow:
 * `max(l, 0) − l·x + log(1 + exp(−|l|))`.
 */
export function bernoulliLoss(images: tf.Tensor4D, pixelLogits: tf.Tensor4D): tf.Tensor1D {
  const stable = tf.log1p(tf.exp(tf.neg(tf.abs(pixelLogits))));
  const loss = tf.add(tf.sub(tf.relu(pixelLogits), tf.mul(pixelLogits, images)), stable);
  return tf.sum(loss, [1, 2, 3]);
}
