import * as tf from "@tensorflow/tfjs-core";
import { rawOperations } from "./raw-operations.ts";
import { withGradient } from "./with-gradient.ts";

/**
 * Rectifier whose gradient is one kernel: tfjs composes it of step, cast and multiply.
 * @param x any shape
 * @param raw TensorFlow's own operations, or null for the composition
 */
export function relu<T extends tf.Tensor>(x: T, raw = rawOperations()): T {
  if (raw === null) return tf.relu(x);
  const type = raw.attribute("T", "type", "float32");
  return withGradient([x], (save) => {
    const value = raw.run<T>("Relu", [type], [x]);
    save([value]);
    return { value, gradient: (dy, saved) => [raw.run("ReluGrad", [type], [dy, ...saved])] };
  });
}
