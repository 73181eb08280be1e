import * as tf from "@tensorflow/tfjs-core";
import { relu } from "../engine/relu.ts";
import { upsample } from "../engine/upsample.ts";
import type { Architecture } from "./architecture.ts";
import type { LayerRunner } from "./layer-runner.ts";

/** Latents to pixel logits; the sigmoid of these is the image. @param z `[n, latentDim]` → `[n, inputSize, inputSize, channels]` */
export function decodeLatents(architecture: Architecture, runner: LayerRunner, z: tf.Tensor2D): tf.Tensor4D {
  const { side, channels } = architecture.seedShape;
  const seed = relu(runner.multiply(architecture.seed, z));
  let x: tf.Tensor4D = tf.reshape(seed, [-1, side, side, channels]);
  for (const unit of architecture.decoder) {
    x = runner.convolve(unit.depthwise, upsample(runner.convolve(unit.pointwise, x)));
  }
  return runner.convolve(architecture.output, x);
}
