import * as tf from "@tensorflow/tfjs-core";
import { filterGradient, inputGradient, isNarrowing } from "./convolution-gradients.ts";
import { rawOperations } from "./raw-operations.ts";
import { withGradient } from "./with-gradient.ts";

/**
 * A convolution with "same" padding. To few channels, TensorFlow's kernel spreads out patches of all input channels; there each tap of
 * the filter is taken first, as a 1×1 convolution, and only its few results are shifted: 2 to 7 times faster.
 * @param x `[n, h, w, from]` @param filter `[fh, fw, from, to]`
 * @param raw TensorFlow's own operations, or null for tfjs' convolution
 */
export function convolve(x: tf.Tensor4D, filter: tf.Tensor4D, stride: 1 | 2, raw = rawOperations()): tf.Tensor4D {
  const attributes = { strides: [stride, stride], pad: "same", dataFormat: "NHWC", dilations: [1, 1] };
  if (raw === null || !isNarrowing(filter, attributes)) return tf.conv2d(x, filter, stride, "same");
  return withGradient([x, filter], (save) => {
    save([x, filter]);
    return {
      value: tapByTap(x, filter),
      gradient: (dy, saved) => {
        const [input = x, kernel = filter] = saved;
        return [inputGradient(dy, input, kernel, attributes), filterGradient(dy, input, kernel, attributes)];
      },
    };
  });
}

function tapByTap(x: tf.Tensor4D, filter: tf.Tensor4D): tf.Tensor4D {
  const [height, width, from, to] = filter.shape;
  const [count, rows, columns] = x.shape;
  const taps = height * width;
  const byTap: tf.Tensor4D = tf.reshape(tf.transpose(filter, [2, 0, 1, 3]), [1, 1, from, taps * to]);
  const shifts = tf.tensor4d(shiftOfEachTap(taps, to), [height, width, taps * to, 1]);
  const shifted = tf.depthwiseConv2d(tf.conv2d(x, byTap, 1, "same"), shifts, 1, "same");
  const sums = tf.sum(tf.reshape(shifted, [count * rows * columns, taps, to]), 1);
  return tf.reshape(sums, [count, rows, columns, to]);
}

/** A depthwise filter that moves the channels of each tap by its place in the filter: `[taps, taps·to]`, one 1 a column. */
function shiftOfEachTap(taps: number, to: number): Float32Array {
  const shifts = new Float32Array(taps * taps * to);
  for (let tap = 0; tap < taps; tap++) shifts.fill(1, (tap * taps + tap) * to, (tap * taps + tap + 1) * to);
  return shifts;
}
