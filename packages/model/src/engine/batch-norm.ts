import * as tf from "@tensorflow/tfjs-core";
import { type RawOperations, rawOperations } from "./raw-operations.ts";
import { withGradient } from "./with-gradient.ts";

export const batchNormEpsilon = 1e-3;

export interface BatchNormResult {
  /** Normalised features `[n, h, w, c]`. */
  value: tf.Tensor4D;
  /** Mean of the batch `[c]`. Kept: whoever called disposes of it. */
  mean: tf.Tensor1D;
  /** Unbiased variance of the batch `[c]`. Kept: whoever called disposes of it. */
  variance: tf.Tensor1D;
}

/**
 * Batch normalisation with the statistics of the batch (Ioffe & Szegedy 2015), for training.
 * @param x `[n, h, w, c]`
 * @param scale gamma `[c]`
 * @param offset beta `[c]`
 * @param raw TensorFlow's own operations, or null for the composition
 */
export function batchNorm(
  x: tf.Tensor4D,
  scale: tf.Tensor1D,
  offset: tf.Tensor1D,
  raw = rawOperations(),
): BatchNormResult {
  return raw === null ? composedBatchNorm(x, scale, offset) : fusedBatchNorm(raw, x, scale, offset);
}

/**
 * Normalisation by given statistics, as at inference, for layers that don't learn.
 * @param x `[n, h, w, c]` @param scale gamma, @param offset beta, @param mean, @param variance `[c]`
 */
export function fixedBatchNorm(
  x: tf.Tensor4D,
  scale: tf.Tensor1D,
  offset: tf.Tensor1D,
  mean: tf.Tensor1D,
  variance: tf.Tensor1D,
): tf.Tensor4D {
  const gain = tf.mul<tf.Tensor1D>(scale, tf.rsqrt(tf.add(variance, batchNormEpsilon)));
  return tf.add(tf.mul(x, gain), tf.sub(offset, tf.mul(mean, gain)));
}

function fusedBatchNorm(raw: RawOperations, x: tf.Tensor4D, scale: tf.Tensor1D, offset: tf.Tensor1D): BatchNormResult {
  const attributes = [
    raw.attribute("T", "type", "float32"),
    raw.attribute("U", "type", "float32"),
    raw.attribute("epsilon", "float", batchNormEpsilon),
    raw.attribute("data_format", "string", "NHWC"),
    raw.attribute("is_training", "bool", true),
  ];
  // A custom gradient has one output only, so the statistics leave it as kept tensors.
  let statistics: [tf.Tensor1D, tf.Tensor1D] | undefined;
  const value = withGradient<tf.Tensor4D>([x, scale, offset], (save) => {
    const empty = tf.tensor1d([]);
    const outputs = raw.runMany("FusedBatchNormV3", attributes, [x, scale, offset, empty, empty], 6);
    const [normalised, mean, variance, ...reserved] = outputs as [
      tf.Tensor4D,
      tf.Tensor1D,
      tf.Tensor1D,
      ...tf.Tensor[],
    ];
    statistics = [tf.keep(mean), tf.keep(variance)];
    save([x, scale, ...reserved]);
    return {
      value: normalised,
      gradient: (dy, saved) => raw.runMany("FusedBatchNormGradV3", attributes, [dy, ...saved], 5).slice(0, 3),
    };
  });
  return withStatistics(value, statistics);
}

function composedBatchNorm(x: tf.Tensor4D, scale: tf.Tensor1D, offset: tf.Tensor1D): BatchNormResult {
  const count = x.size / scale.size;
  let statistics: [tf.Tensor1D, tf.Tensor1D] | undefined;
  const value = withGradient<tf.Tensor4D>([x, scale, offset], (save) => {
    const rows = tf.reshape<tf.Rank.R2>(x, [count, scale.size]);
    const mean: tf.Tensor1D = tf.mean(rows, 0);
    const centred = tf.sub(rows, mean);
    const variance: tf.Tensor1D = tf.mean(tf.square(centred), 0);
    const inverse = tf.rsqrt(tf.add(variance, batchNormEpsilon));
    const normalised = tf.mul(centred, inverse);
    statistics = [tf.keep(mean), tf.keep(tf.mul(variance, count / Math.max(1, count - 1)))];
    save([normalised, tf.mul(inverse, scale)]);
    return {
      value: tf.reshape<tf.Rank.R4>(tf.add(tf.mul(normalised, scale), offset), x.shape),
      gradient: (dy, saved) => composedGradient(dy, saved, count),
    };
  });
  return withStatistics(value, statistics);
}

/** dx = scale·inverse·(dy − mean(dy) − normalised·mean(dy·normalised)), Ioffe & Szegedy 2015, section 3. */
function composedGradient(dy: tf.Tensor4D, saved: tf.Tensor[], count: number): tf.Tensor[] {
  const [normalised, gain] = saved as [tf.Tensor2D, tf.Tensor1D];
  const upstream: tf.Tensor2D = tf.reshape(dy, normalised.shape);
  const offsetGradient = tf.sum(upstream, 0);
  const scaleGradient = tf.sum(tf.mul(upstream, normalised), 0);
  const mean = tf.div(offsetGradient, count);
  const projection = tf.mul(normalised, tf.div(scaleGradient, count));
  const inner = tf.sub(tf.sub(upstream, mean), projection);
  return [tf.reshape<tf.Rank>(tf.mul(inner, gain), dy.shape), scaleGradient, offsetGradient];
}

function withStatistics(value: tf.Tensor4D, statistics: [tf.Tensor1D, tf.Tensor1D] | undefined): BatchNormResult {
  if (statistics === undefined) throw new Error("Batch normalisation gave no statistics.");
  const [mean, variance] = statistics;
  return { value, mean, variance };
}
