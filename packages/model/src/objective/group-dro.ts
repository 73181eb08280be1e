import * as tf from "@tensorflow/tfjs-core";
import { stopGradient } from "../engine/stop-gradient.ts";

/** The groups of a batch, and what they weigh. */
export type GroupBatch = {
  /** `[n, groups]`: 1 for the group of a labelled row; all zero for rows without a label and for padding. */
  membership: tf.Tensor2D;
  /** `[groups]`: the weights after the step before, which sum to 1. */
  shares: tf.Tensor1D;
};

/**
 * GroupDRO, algorithm 1 of Sagawa et al. 2020: `q_g ← q_g·exp(stepSize·ℓ_g) / Σ`, then the loss is `Σ_g q_g·ℓ_g`, with no gradient
 * through q. `ℓ_g` is the mean over the group's rows in the batch, by their weights; 0 where the batch has none of it, as in the authors' code.
 * @param perRow cross-entropy of each row `[n]` @param rowWeights `[n]`, 0 for rows without a label
 */
export function groupDroLoss(
  stepSize: number,
  { membership, shares }: GroupBatch,
  perRow: tf.Tensor1D,
  rowWeights: tf.Tensor1D,
): { loss: tf.Scalar; shares: tf.Tensor1D } {
  const weighted = tf.mul(membership, tf.reshape(rowWeights, [-1, 1]));
  const totals = tf.sum(weighted, 0);
  const divisors = tf.add(totals, tf.cast(tf.equal(totals, 0), "float32"));
  const losses = tf.div<tf.Tensor1D>(tf.sum(tf.mul(weighted, tf.reshape(perRow, [-1, 1])), 0), divisors);
  const raised = tf.mul(shares, tf.exp(tf.mul(stopGradient(losses), stepSize)));
  const next = tf.div<tf.Tensor1D>(raised, tf.sum(raised));
  return { loss: tf.sum(tf.mul(next, losses)), shares: next };
}
