import * as tf from "@tensorflow/tfjs-core";
import { rawOperations } from "./raw-operations.ts";
import { withGradient } from "./with-gradient.ts";

/**
 * Adds a bias to the last axis. The gradient of the bias is one kernel instead of reshapes and sums.
 * @param x `[..., channels]`
 * @param bias `[channels]`
 * @param raw TensorFlow's own operations, or null for the composition
 */
export function biasAdd<T extends tf.Tensor>(x: T, bias: tf.Tensor1D, raw = rawOperations()): T {
  if (raw === null) return tf.add(x, bias);
  const attributes = [raw.attribute("T", "type", "float32"), raw.attribute("data_format", "string", "NHWC")];
  return withGradient([x, bias], () => ({
    value: raw.run<T>("BiasAdd", attributes, [x, bias]),
    gradient: (dy) => [dy, raw.run("BiasAddGrad", attributes, [dy])],
  }));
}
