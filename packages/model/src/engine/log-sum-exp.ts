import * as tf from "@tensorflow/tfjs-core";
import { withGradient } from "./with-gradient.ts";

/**
 * `log Σ exp(x)` along one axis, with its gradient in one piece: that of the composition goes through a maximum, which counts nothing
 * in the end.
 */
export function logSumExp(x: tf.Tensor, axis: number): tf.Tensor {
  return withGradient([x], (save) => {
    const value = tf.logSumExp(x, axis, true);
    save([x, value]);
    return {
      value: tf.squeeze(value, [axis]),
      gradient: (dy, [input, sum]) => {
        if (input === undefined || sum === undefined)
          throw new Error("A gradient was called without its saved tensors.");
        return [tf.mul(tf.reshape(dy, sum.shape), tf.exp(tf.sub(input, sum)))];
      },
    };
  });
}
