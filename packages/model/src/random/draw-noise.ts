import * as tf from "@tensorflow/tfjs-core";
import { rawOperations } from "../engine/raw-operations.ts";
import { purpose } from "./purpose.ts";
import { randomSource } from "./random-source.ts";

/** The random numbers of one training step. */
export type Noise = {
  /** Standard normal `[batch, latentDim]`: the epsilon of the reparameterisation. */
  normal: tf.Tensor2D;
  /** Uniform in [0, 1) `[batch, uniforms]`: augmentation and erasing. */
  uniform: tf.Tensor2D;
};

export interface NoiseShape {
  batch: number;
  latentDim: number;
  uniforms: number;
}

/** What a step's noise comes from: the words of a seed `[2]`, int32, where the engine draws by itself, else the numbers. */
export type NoiseFeed = { noiseWords: tf.Tensor1D } | Noise;

/**
 * The noise of a step, a function of seed and step alone, as tensors to feed. Where TensorFlow's counter-based generators are at
 * hand two words do, so that a captured step draws by itself; elsewhere noise is drawn here (0.1 ms for a batch of 128).
 */
export function feedNoise(seed: number, step: number, shape: NoiseShape): NoiseFeed {
  if (rawOperations() === null) return drawOnHost(seed, step, shape);
  const source = randomSource(seed, purpose.noise, step);
  return { noiseWords: tf.tensor1d([source.below(0x7fffffff), source.below(0x7fffffff)], "int32") };
}

/** The numbers of a feed; pure, so it may be part of a captured step. */
export function noiseOf(feed: NoiseFeed, shape: NoiseShape): Noise {
  return "noiseWords" in feed ? drawInEngine(feed.noiseWords, shape) : { normal: feed.normal, uniform: feed.uniform };
}

function drawInEngine(seed: tf.Tensor1D, shape: NoiseShape): Noise {
  const raw = rawOperations();
  if (raw === null) throw new Error("This engine has no random operations of its own.");
  const attributes = [
    raw.attribute("dtype", "type", "float32"),
    raw.attribute("T", "type", "int32"),
    raw.attribute("Tseed", "type", "int32"),
  ];
  const draw = (operation: string, columns: number, key: tf.Tensor1D): tf.Tensor2D =>
    raw.run(operation, attributes, [tf.tensor1d([shape.batch, columns], "int32"), key]);
  return {
    normal: draw("StatelessRandomNormal", shape.latentDim, seed),
    // The words the other way round: a stream of its own from the same seed.
    uniform: draw("StatelessRandomUniform", shape.uniforms, tf.reverse(seed)),
  };
}

/** The same distribution from the generator of this package. */
export function drawOnHost(seed: number, step: number, shape: NoiseShape): Noise {
  const source = randomSource(seed, purpose.noise, step);
  const normal = Float32Array.from({ length: shape.batch * shape.latentDim }, () => source.normal());
  const uniform = Float32Array.from({ length: shape.batch * shape.uniforms }, () => source.uniform());
  return {
    normal: tf.tensor2d(normal, [shape.batch, shape.latentDim]),
    uniform: tf.tensor2d(uniform, [shape.batch, shape.uniforms]),
  };
}
