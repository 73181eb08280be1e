import * as tf from "@tensorflow/tfjs-core";

export interface Differentiable<T extends tf.Tensor> {
  value: T;
  /** Gradient for each input, in their order. */
  gradient(dy: T, saved: tf.Tensor[]): tf.Tensor[];
}

/**
 * `tf.customGrad` with the inputs and `save` told apart: tfjs types them as one list of unions, so the one cast this needs is here.
 * @param inputs tensors that the result is differentiated by
 * @param forward computes the value; what it gives to `save` reaches `gradient` and is freed after it
 */
export function withGradient<T extends tf.Tensor>(
  inputs: tf.Tensor[],
  forward: (save: (tensors: tf.Tensor[]) => void) => Differentiable<T>,
): T {
  const apply = tf.customGrad<T>((...args) => {
    const save = args.at(-1);
    if (typeof save !== "function") throw new Error("tfjs passed no save function to a custom gradient.");
    const { value, gradient } = forward(save);
    return { value, gradFunc: gradient };
  });
  return apply(...inputs);
}
