import * as tf from "@tensorflow/tfjs-core";
import type { Network } from "../bundle/network.ts";
import { offerGradients } from "../engine/offer-gradients.ts";
import { type ClassContrast, contrastTensor } from "./class-contrast.ts";

/**
 * Grad-CAM (Selvaraju et al. 2017) on the last feature maps A: `relu(Σ_k α_k A^k)` with `α_k = mean_hw ∂y/∂A^k`, enlarged bilinearly. What
 * speaks against the class is cut off, so a map of zeros says that nothing there speaks for it.
 *
 * @param image `[side, side, channels]` in 0…1
 * @returns `[side, side]`, in no unit
 */
export async function gradCam(
  { config, differentiable }: { config: { inputSize: number; channels: number } } & Pick<Network, "differentiable">,
  image: Float32Array,
  contrast: ClassContrast,
): Promise<Float32Array> {
  offerGradients();
  const { inputSize: side, channels } = config;
  const map = tf.tidy(() => {
    const features = differentiable.features(tf.tensor4d(image, [1, side, side, channels]));
    const score = (maps: tf.Tensor): tf.Scalar =>
      tf.sum(contrastTensor(differentiable.logits(maps as tf.Tensor4D), contrast));
    const alpha = tf.mean(tf.grad(score)(features), [1, 2], true);
    const weighed: tf.Tensor4D = tf.relu(tf.sum(tf.mul(features, alpha), 3, true));
    return tf.image.resizeBilinear(weighed, [side, side], false, true);
  });
  try {
    return Float32Array.from(await map.data());
  } finally {
    map.dispose();
  }
}
