import * as tf from "@tensorflow/tfjs-core";

/**
 * Largest difference between the gradients tfjs computes for `Σ cos(place)·f(inputs)` and central finite differences.
 * @param inputs values and shapes, small
 */
export function gradientError(f: (...inputs: tf.Tensor[]) => tf.Tensor, inputs: tf.Tensor[], step = 1e-2): number {
  const weigh = (y: tf.Tensor): tf.Tensor => tf.sum(tf.mul(tf.reshape(y, [-1]), tf.cos(tf.range(0, y.size))));
  const evaluate = (tensors: tf.Tensor[]): number => tf.tidy(() => Number(weigh(f(...tensors)).dataSync()[0]));
  const analytic = tf.tidy(() =>
    tf
      .grads((...tensors: tf.Tensor[]) => weigh(f(...tensors)))(inputs)
      .map((g) => g.dataSync()),
  );
  let worst = 0;
  inputs.forEach((input, which) => {
    const values = input.dataSync();
    values.forEach((value, place) => {
      const shifted = (amount: number): number => {
        const changed = Float32Array.from(values);
        changed[place] = value + amount;
        const tensor = tf.tensor(changed, input.shape);
        const result = evaluate(inputs.map((other, index) => (index === which ? tensor : other)));
        tensor.dispose();
        return result;
      };
      const numeric = (shifted(step) - shifted(-step)) / (2 * step);
      worst = Math.max(worst, Math.abs(numeric - (analytic[which]?.[place] ?? Number.NaN)));
    });
  });
  return worst;
}
