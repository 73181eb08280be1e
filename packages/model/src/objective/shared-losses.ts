import * as tf from "@tensorflow/tfjs-core";
import type { ModelConfig } from "../network/model-config.ts";
import { bernoulliLoss, gaussianLoss } from "./likelihood.ts";
import type { ObjectiveInput, SharedLosses } from "./objective-input.ts";
import { weightedMean } from "./weighted-mean.ts";

/** Reconstruction and KL of a batch: several terms weigh them, and the log shows them without any. */
export function sharedLosses(config: ModelConfig, input: ObjectiveInput): SharedLosses {
  const klPerLatent = klOf(input);
  return { klPerLatent, kl: tf.sum<tf.Scalar>(klPerLatent), reconstruction: reconstructionOf(config, input) };
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
