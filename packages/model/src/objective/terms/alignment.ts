import * as tf from "@tensorflow/tfjs-core";
import type { AttributeBatch, ObjectiveInput } from "../objective-input.ts";
import type { Term } from "../term.ts";

/**
 * AR-VAE: a latent is made to grow with an attribute, so that one slider has one meaning (Pati & Lerch 2020). For every
 * pair of images whose attribute is known, `|tanh(delta·(z_i − z_k)) − sign(a_i − a_k)|`; the mean over pairs, summed over attributes.
 * Only the order of the values counts, not their unit.
 */
export const alignment: Term<"alignment"> = {
  kind: "alignment",
  weight: ({ weight }) => weight,
  value({ delta, attributes }, input) {
    const losses = attributes.map(({ name, latent }) => orderingLoss(delta, latent, columnOf(input, name), input));
    return losses.reduce((sum, loss) => tf.add(sum, loss));
  },
};

function orderingLoss(
  delta: number,
  latent: number,
  { values, weights }: { values: tf.Tensor2D; weights: tf.Tensor2D },
  { z }: ObjectiveInput,
): tf.Scalar {
  // A product with a unit vector picks the latent: unlike a slice, it has a gradient everywhere.
  const unit = Array.from({ length: z.shape[1] }, (_, index) => [index === latent ? 1 : 0]);
  const code = tf.matMul<tf.Tensor2D>(z, tf.tensor2d(unit));
  const order = tf.sign(differences(values));
  const errors = tf.abs(tf.sub(tf.tanh(tf.mul(differences(code), delta)), order));
  const pairWeights = tf.matMul(weights, weights, false, true);
  return tf.div(tf.sum(tf.mul(errors, pairWeights)), tf.maximum(tf.sum(pairWeights), 1));
}

/** Every row less every other: `[n, 1]` → `[n, n]`. */
function differences(column: tf.Tensor2D): tf.Tensor2D {
  return tf.sub(column, tf.transpose(column));
}

/** An attribute's values and weights, `[n, 1]` each. */
function columnOf({ attributes }: ObjectiveInput, name: string): { values: tf.Tensor2D; weights: tf.Tensor2D } {
  const column = attributes?.names.indexOf(name) ?? -1;
  if (attributes === undefined || column < 0) throw new Error(`The batch has no values of the attribute ${name}.`);
  return { values: cut(attributes, "values", column), weights: cut(attributes, "weights", column) };
}

function cut(attributes: AttributeBatch, part: "values" | "weights", column: number): tf.Tensor2D {
  return tf.slice2d(attributes[part], [0, column], [attributes[part].shape[0], 1]);
}
