import * as tf from "@tensorflow/tfjs-core";
import type { ModelConfig } from "../network/model-config.ts";
import { bernoulliLoss, gaussianLoss } from "./likelihood.ts";
import type { ObjectiveTerm } from "./objective-term.ts";

/** All that a term may look at, for one batch. */
export interface ObjectiveInput {
  /** `[n, h, w, c]` in 0…1: the whole image, before erasing. */
  images: tf.Tensor4D;
  /** `[n, h, w, c]`: the decoder's output before the sigmoid. */
  pixelLogits: tf.Tensor4D;
  mu: tf.Tensor2D;
  logVar: tf.Tensor2D;
  /** `[n, classes]` */
  logits: tf.Tensor2D;
  /** Learned log standard deviation of a pixel `[1]`; null with the Bernoulli likelihood. */
  logSigma: tf.Tensor1D | null;
  /** One-hot `[n, classes]`, all zero where there is no label. */
  targets: tf.Tensor2D;
  /** `[n]`: 1 for a row of the data, 0 for padding. */
  rowWeights: tf.Tensor1D;
  /** `[n]`: class weight of a labelled row, else 0. */
  labelWeights: tf.Tensor1D;
  /** Capacity C(t) in nats at this step `[1]`. */
  capacity: tf.Tensor1D;
}

/** Losses before their weights; shape `[]` except where said. */
export interface Losses {
  total: tf.Scalar;
  reconstruction: tf.Scalar;
  classification: tf.Scalar;
  kl: tf.Scalar;
  /** `[latentDim]`, in nats, mean over the batch */
  klPerLatent: tf.Tensor1D;
}

/** The weighted sum of terms, and each part by itself. Means are over rows of weight 1. */
export function objective(terms: ObjectiveTerm[], config: ModelConfig, input: ObjectiveInput): Losses {
  const klPerLatent = klOf(input);
  const kl = tf.sum<tf.Scalar>(klPerLatent);
  const reconstruction = reconstructionOf(config, input);
  let classification: tf.Scalar = tf.scalar(0);
  let total: tf.Scalar = tf.scalar(0);
  for (const term of terms) {
    if (term.kind === "classification") classification = crossEntropy(input, term.labelSmoothing);
    total = tf.add(total, termValue(term));
  }
  return { total, reconstruction, classification, kl, klPerLatent };

  function termValue(term: ObjectiveTerm): tf.Scalar {
    switch (term.kind) {
      case "reconstruction":
        return tf.mul(reconstruction, term.weight);
      case "capacity":
        return tf.mul(tf.abs(tf.sub(kl, tf.reshape<tf.Rank.R0>(input.capacity, []))), term.gamma);
      case "beta":
        return tf.mul(kl, term.beta);
      case "classification":
        return tf.mul(classification, term.weight);
    }
  }
}

/** Mean over rows of weight 1. @param perRow `[n]` or `[n, k]` @param weights `[n]` */
function weightedMean<T extends tf.Tensor>(perRow: tf.Tensor, weights: tf.Tensor1D): T {
  const spread = perRow.rank === 1 ? weights : tf.reshape(weights, [-1, 1]);
  return tf.div(tf.sum(tf.mul(perRow, spread), 0), tf.maximum(tf.sum(weights), 1));
}

/** KL of each latent to the standard normal, closed form (Kingma & Welling 2014, appendix B). */
function klOf({ mu, logVar, rowWeights }: ObjectiveInput): tf.Tensor1D {
  const divergence = tf.mul(tf.sub(tf.add(tf.square(mu), tf.exp(logVar)), tf.add(logVar, 1)), 0.5);
  return weightedMean(divergence, rowWeights);
}

function reconstructionOf(config: ModelConfig, input: ObjectiveInput): tf.Scalar {
  const { images, pixelLogits, logSigma, rowWeights } = input;
  if (config.likelihood === "bernoulli") return weightedMean(bernoulliLoss(images, pixelLogits), rowWeights);
  if (logSigma === null) throw new Error("The Gaussian likelihood needs its learned log sigma.");
  return weightedMean(gaussianLoss(images, pixelLogits, logSigma), rowWeights);
}

function crossEntropy({ logits, targets, labelWeights }: ObjectiveInput, smoothing: number): tf.Scalar {
  const classes = logits.shape[1];
  const smoothed = smoothing === 0 ? targets : tf.add(tf.mul(targets, 1 - smoothing), smoothing / classes);
  const perRow = tf.neg(tf.sum(tf.mul(tf.logSoftmax(logits), smoothed), 1));
  return weightedMean(perRow, labelWeights);
}
