import * as tf from "@tensorflow/tfjs-core";
import type { Network } from "../bundle/network.ts";
import { contrastOf } from "./class-contrast.ts";
import { classProbability } from "./class-probability.ts";
import type { Score } from "./faithfulness.ts";
import { gradCam } from "./grad-cam.ts";
import { occlusion } from "./occlusion.ts";

/** Kinds of maps that an image has. */
export type ExplanationMethod = "attention" | "grad-cam" | "occlusion";

/** Maps `[side, side]` of what a decision rests on, and the score that they explain. */
export interface ImageExplanation {
  classIndex: number;
  score: Score;
  maps: Readonly<Record<ExplanationMethod, Float32Array>>;
}

/** Explains the likeliest class of an image, or the one given. @param image `[side, side, channels]` in 0…1 */
export async function explainImage(network: Network, image: Float32Array, given?: number): Promise<ImageExplanation> {
  const { inputSize: side, channels, classes } = network.config;
  const { logits, attention } = tf.tidy(() => {
    const encoded = network.encodeTensor(tf.tensor4d(image, [1, side, side, channels]));
    return { logits: encoded.logits, attention: encoded.attention };
  });
  const [ofClass, weights] = [await logits.data(), await attention.data()];
  const [, height, width, maps] = attention.shape;
  tf.dispose([logits, attention]);
  const classIndex = given ?? ofClass.indexOf(Math.max(...ofClass));
  const score = classProbability(network, classIndex);
  const mean = Float32Array.from({ length: height * width }, (_, place) => {
    let sum = 0;
    for (let map = 0; map < maps; map++) sum += weights[place * maps + map] ?? 0;
    return sum / maps;
  });
  const enlarged = Float32Array.from({ length: side * side }, (_, pixel) => {
    const row = Math.floor((Math.floor(pixel / side) * height) / side);
    return mean[row * width + Math.floor(((pixel % side) * width) / side)] ?? 0;
  });
  const ofMethod = {
    attention: enlarged,
    "grad-cam": await gradCam(network, image, contrastOf(classIndex, classes.length)),
    occlusion: await occlusion(score, image, side),
  };
  return { classIndex, score, maps: ofMethod };
}
