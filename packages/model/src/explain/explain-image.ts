import * as tf from "@tensorflow/tfjs-core";
import type { Network } from "../bundle/network.ts";
import { probabilities } from "../latent/probabilities.ts";
import type { Score } from "./faithfulness.ts";
import { occlusion } from "./occlusion.ts";

/** Images that go through the engine at once. */
const chunk = 64;

/** Maps `[side, side]` of what a decision rests on, and the score that they explain. */
export interface ImageExplanation {
  classIndex: number;
  score: Score;
  attention: Float32Array;
  occlusion: Float32Array;
}

/** Explains the likeliest class of an image, or the one given. @param image `[side, side, channels]` in 0…1 */
export async function explainImage(network: Network, image: Float32Array, given?: number): Promise<ImageExplanation> {
  const { inputSize: side, channels } = network.config;
  const { logits, attention } = tf.tidy(() => {
    const encoded = network.encodeTensor(tf.tensor4d(image, [1, side, side, channels]));
    return { logits: encoded.logits, attention: encoded.attention };
  });
  const [ofClass, weights] = [await logits.data(), await attention.data()];
  const [, height, width, maps] = attention.shape;
  tf.dispose([logits, attention]);
  const classIndex = given ?? ofClass.indexOf(Math.max(...ofClass));
  const score: Score = (images) => scoreOf(network, images, classIndex);
  const mean = Float32Array.from({ length: height * width }, (_, place) => {
    let sum = 0;
    for (let map = 0; map < maps; map++) sum += weights[place * maps + map] ?? 0;
    return sum / maps;
  });
  const enlarged = Float32Array.from({ length: side * side }, (_, pixel) => {
    const row = Math.floor((Math.floor(pixel / side) * height) / side);
    return mean[row * width + Math.floor(((pixel % side) * width) / side)] ?? 0;
  });
  return { classIndex, score, attention: enlarged, occlusion: await occlusion(score, image, side) };
}

async function scoreOf(network: Network, images: Float32Array, classIndex: number): Promise<Float64Array> {
  const { inputSize, channels, classes } = network.config;
  const stride = inputSize * inputSize * channels;
  const count = images.length / stride;
  const scores = new Float64Array(count);
  for (let from = 0; from < count; from += chunk) {
    const rows = Math.min(chunk, count - from);
    const part = images.slice(from * stride, (from + rows) * stride);
    const logits = tf.tidy(
      () => network.encodeTensor(tf.tensor4d(part, [rows, inputSize, inputSize, channels])).logits,
    );
    const chances = probabilities(await logits.data(), classes.length);
    logits.dispose();
    for (let row = 0; row < rows; row++) scores[from + row] = chances[row * classes.length + classIndex] ?? 0;
  }
  return scores;
}
