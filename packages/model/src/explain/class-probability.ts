import * as tf from "@tensorflow/tfjs-core";
import type { Network } from "../bundle/network.ts";
import { probabilities } from "../latent/probabilities.ts";
import type { Score } from "./faithfulness.ts";

/** Images that go through the engine at once. */
const chunk = 64;

/** The probability of a class as a score of images `[n, inputSize, inputSize, channels]` in 0…1. */
export function classProbability(network: Network, classIndex: number): Score {
  return async (images) => {
    const count = images.length / (network.config.inputSize ** 2 * network.config.channels);
    const chances = await classProbabilities(network, images);
    const classCount = network.config.classes.length;
    return Float64Array.from({ length: count }, (_, row) => chances[row * classCount + classIndex] ?? 0);
  };
}

/** Of every class `[n, classes]`. @param images `[n, inputSize, inputSize, channels]` in 0…1 */
export async function classProbabilities(network: Network, images: Float32Array): Promise<Float64Array> {
  const { inputSize, channels, classes } = network.config;
  const stride = inputSize * inputSize * channels;
  const count = images.length / stride;
  const chances = new Float64Array(count * classes.length);
  for (let from = 0; from < count; from += chunk) {
    const rows = Math.min(chunk, count - from);
    const part = images.slice(from * stride, (from + rows) * stride);
    const logits = tf.tidy(
      () => network.encodeTensor(tf.tensor4d(part, [rows, inputSize, inputSize, channels])).logits,
    );
    chances.set(probabilities(await logits.data(), classes.length), from * classes.length);
    logits.dispose();
  }
  return chances;
}
