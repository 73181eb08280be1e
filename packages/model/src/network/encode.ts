import * as tf from "@tensorflow/tfjs-core";
import type { Architecture, ShuffleUnit } from "./architecture.ts";
import type { LayerRunner } from "./layer-runner.ts";

export type Encoded = {
  /** `[n, latentDim]` */
  mu: tf.Tensor2D;
  /** `[n, latentDim]`, held within ±logVarBound */
  logVar: tf.Tensor2D;
  /** `[n, classes]`; no columns without a class head */
  logits: tf.Tensor2D;
  /** `[n, side, side, maps]`, each map sums to one */
  attention: tf.Tensor4D;
};

/** Beyond this, exp(logVar) and with it the KL would overflow on a bad step before the optimiser could answer. */
export const logVarBound = 12;

/** What the encoder makes of images before they become latents. */
export interface FeatureMaps {
  /** `[n, mapSide, mapSide, c]` */
  last: tf.Tensor4D;
  /** The deepest map of each side, the image's included `[n, side, side, c]` */
  bySide: ReadonlyMap<number, tf.Tensor4D>;
}

/** Images to latent distribution and logits. @param images `[n, inputSize, inputSize, channels]` in 0…1 */
export function encodeImages(architecture: Architecture, runner: LayerRunner, images: tf.Tensor4D): Encoded {
  return encodeMaps(architecture, runner, featureMaps(architecture, runner, images));
}

/** The first part of `encodeImages`, which the heads for masks and boxes read too. */
export function featureMaps(architecture: Architecture, runner: LayerRunner, images: tf.Tensor4D): FeatureMaps {
  let x = tf.sub<tf.Tensor4D>(tf.mul(images, 2), 1);
  const bySide = new Map([[x.shape[1], x]]);
  const pass = (next: tf.Tensor4D): void => {
    x = next;
    bySide.set(x.shape[1], x);
  };
  for (const layer of architecture.stem) pass(runner.convolve(layer, x));
  for (const unit of architecture.units) pass(runUnit(runner, unit, x));
  return { last: x, bySide };
}

/** The second part: from the last map to latents and logits. */
export function encodeMaps(architecture: Architecture, runner: LayerRunner, { last }: FeatureMaps): Encoded {
  const { pooled, attention } = attendAndPool(runner.convolve(architecture.attention, last), last);
  const mu = runner.multiply(architecture.mu, pooled);
  const logVar = tf.clipByValue(runner.multiply(architecture.logVar, pooled), -logVarBound, logVarBound) as tf.Tensor2D;
  const { head } = architecture;
  return { mu, logVar, logits: head === null ? tf.zeros([mu.shape[0], 0]) : runner.multiply(head, mu), attention };
}

function runUnit(runner: LayerRunner, unit: ShuffleUnit, x: tf.Tensor4D): tf.Tensor4D {
  const run = (layers: ShuffleUnit["main"], from: tf.Tensor4D): tf.Tensor4D =>
    layers.reduce((y, layer) => runner.convolve(layer, y), from);
  if (unit.shortcut.length > 0) return shuffle(tf.concat([run(unit.shortcut, x), run(unit.main, x)], 3));
  const [passed, worked] = tf.split(x, 2, 3) as [tf.Tensor4D, tf.Tensor4D];
  return shuffle(tf.concat([passed, run(unit.main, worked)], 3));
}

/** Interleaves the two halves of the channels. */
function shuffle(x: tf.Tensor4D): tf.Tensor4D {
  const [count, height, width, channels] = x.shape;
  const groups = tf.reshape(x, [count * height * width, 2, channels / 2]);
  return tf.reshape(tf.transpose(groups, [0, 2, 1]), [count, height, width, channels]);
}

/** `pooled[k] = Σ_hw softmax_hw(scores[k])·features`, all maps side by side: `[n, maps·channels]`. */
function attendAndPool(scores: tf.Tensor4D, features: tf.Tensor4D): { pooled: tf.Tensor2D; attention: tf.Tensor4D } {
  const [count, height, width, maps] = scores.shape;
  const channels = features.shape[3];
  const places = height * width;
  const byMap = tf.transpose(tf.reshape(scores, [count, places, maps]), [0, 2, 1]);
  const attention = tf.softmax(byMap);
  const pooled = tf.matMul(attention, tf.reshape(features, [count, places, channels]));
  return {
    pooled: tf.reshape(pooled, [count, maps * channels]),
    attention: tf.reshape(tf.transpose(attention, [0, 2, 1]), [count, height, width, maps]),
  };
}
