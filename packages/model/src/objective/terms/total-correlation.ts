import * as tf from "@tensorflow/tfjs-core";
import { logSumExp } from "../../engine/log-sum-exp.ts";
import type { ObjectiveInput } from "../objective-input.ts";
import type { Term } from "../term.ts";
import { weightedMean } from "../weighted-mean.ts";

const logTwoPi = Math.log(2 * Math.PI);
/** Takes padding out of a log-sum-exp. */
const excluded = -1e9;

/**
 * β-TCVAE: the KL in three parts, each with a weight of its own (Chen et al. 2018):
 * `mutualInformation·I(z; n) + totalCorrelation·KL(q(z) ‖ Π_j q(z_j)) + dimensionWise·Σ_j KL(q(z_j) ‖ p(z_j))`. With weights
 * 1, β, 1 it charges for latents that depend on one another and for nothing else; with 1, 1, 1 it estimates the plain KL.
 */
export const totalCorrelation: Term<"total-correlation"> = {
  kind: "total-correlation",
  weight: () => 1,
  value(settings, input) {
    const parts = decomposeKl(input);
    return tf.add(
      tf.mul(parts.mutualInformation, settings.mutualInformation),
      tf.add(
        tf.mul(parts.totalCorrelation, settings.totalCorrelation),
        tf.mul(parts.dimensionWise, settings.dimensionWise),
      ),
    );
  },
};

/**
 * The parts by minibatch weighted sampling (same paper): `log q(z_i) ≈ log 1/(N·M) Σ_k q(z_i given x_k)` over the batch
 * of M rows from N images. A biased estimate, as the batch holds the very image that z came from: zero is not what independent
 * latents give, so values compare at one batch size only.
 */
export function decomposeKl({ z, mu, logVar, rowWeights, imageCount }: ObjectiveInput): {
  mutualInformation: tf.Scalar;
  totalCorrelation: tf.Scalar;
  dimensionWise: tf.Scalar;
} {
  const [rows, latents] = z.shape;
  const byImage = (x: tf.Tensor2D): tf.Tensor3D => tf.reshape(x, [1, rows, latents]);
  const logPrior = sumLatents(logNormal(z, tf.zeros([latents]), tf.zeros([latents])));
  const logOwn = sumLatents(logNormal(z, mu, logVar));
  // [i, k, j]: density of the i-th latents under the k-th image's distribution, latent by latent.
  const pairs = logNormal(tf.reshape(z, [rows, 1, latents]), byImage(mu), byImage(logVar));
  const absent = tf.mul(tf.sub(1, rowWeights), excluded);
  const logDraws = tf.log(tf.mul(tf.sum(rowWeights), imageCount));
  const logJoint = tf.sub(logSumExp(tf.add(tf.sum(pairs, 2), tf.reshape(absent, [1, -1])), 1), logDraws);
  const logEach = tf.sub(logSumExp(tf.add(pairs, tf.reshape(absent, [1, -1, 1])), 1), logDraws);
  const logProduct = sumLatents(logEach);
  const mean = (perRow: tf.Tensor): tf.Scalar => weightedMean(perRow, rowWeights);
  return {
    mutualInformation: mean(tf.sub(logOwn, logJoint)),
    totalCorrelation: mean(tf.sub(logJoint, logProduct)),
    dimensionWise: mean(tf.sub(logProduct, logPrior)),
  };
}

/** log N(x; mean, exp(logVariance)), elementwise with broadcasting. */
function logNormal(x: tf.Tensor, mean: tf.Tensor, logVariance: tf.Tensor): tf.Tensor {
  const squares = tf.mul(tf.square(tf.sub(x, mean)), tf.exp(tf.neg(logVariance)));
  return tf.mul(tf.add(tf.add(squares, logVariance), logTwoPi), -0.5);
}

function sumLatents(perLatent: tf.Tensor): tf.Tensor {
  return tf.sum(perLatent, -1);
}
