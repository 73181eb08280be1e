import * as tf from "@tensorflow/tfjs-core";
import type { Architecture } from "../network/architecture.ts";
import { decodeLatents } from "../network/decode.ts";
import { encodeMaps, featureMaps } from "../network/encode.ts";
import type { LayerRunner } from "../network/layer-runner.ts";

/** A network in steps that tfjs can take gradients of, see `registerGradients`; callers dispose of the results. */
export interface DifferentiableNetwork {
  /** Images `[n, inputSize, inputSize, channels]` in 0…1 to the last feature maps `[n, mapSide, mapSide, c]`. */
  features(images: tf.Tensor4D): tf.Tensor4D;
  /** The last feature maps to logits `[n, classes]`. */
  logits(features: tf.Tensor4D): tf.Tensor2D;
  /** Latents `[n, latentDim]` to pixels in 0…1. */
  decode(z: tf.Tensor2D): tf.Tensor4D;
}

/** @param runner of the weights at the time of the call */
export function createDifferentiable(architecture: Architecture, runner: () => LayerRunner): DifferentiableNetwork {
  return {
    features: (images) => tf.tidy(() => featureMaps(architecture, runner(), images).last),
    logits: (last) => tf.tidy(() => encodeMaps(architecture, runner(), { last, bySide: new Map() }).logits),
    decode: (z) => tf.tidy(() => tf.sigmoid(decodeLatents(architecture, runner(), z))),
  };
}
