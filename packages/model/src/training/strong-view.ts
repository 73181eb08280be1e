import * as tf from "@tensorflow/tfjs-core";
import type { StrongView } from "../objective/consistency-term.ts";
import { eraseContext, erasingUniforms } from "../objective/erase-context.ts";
import { augment, augmentationUniforms } from "./augment.ts";
import type { Augmentation } from "./training-config.ts";

const jitterUniforms = 2;

/** Uniform numbers that the strong view takes for an image. */
export function strongViewUniforms(strong: StrongView, size: number): number {
  return augmentationUniforms + jitterUniforms + erasingUniforms(strong.erasing, size);
}

/**
 * An augmentation of its own within the same bounds, then contrast and brightness, then erasing: what the strong augmentations of FixMatch do to
 * photographs, without those that make no sense of a medical image, such as inverting it.
 * @param images `[n, size, size, c]` in 0…1 @param uniform `[n, strongViewUniforms]` in [0, 1)
 */
export function strongView(
  strong: StrongView,
  augmentation: Augmentation,
  images: tf.Tensor4D,
  uniform: tf.Tensor2D,
): tf.Tensor4D {
  const columns = (from: number, count: number): tf.Tensor2D =>
    tf.slice2d(uniform, [0, from], [uniform.shape[0], count]);
  const moved = augment(augmentation, images, columns(0, augmentationUniforms));
  const jittered = jitter(strong, moved, columns(augmentationUniforms, 1), columns(augmentationUniforms + 1, 1));
  if (strong.erasing.kind === "none") return jittered;
  const from = augmentationUniforms + jitterUniforms;
  return eraseContext(strong.erasing, jittered, columns(from, uniform.shape[1] - from));
}

function jitter(strong: StrongView, images: tf.Tensor4D, contrast: tf.Tensor2D, light: tf.Tensor2D): tf.Tensor4D {
  const amount = (draw: tf.Tensor2D, bound: number): tf.Tensor =>
    tf.reshape(tf.mul(tf.sub(tf.mul(draw, 2), 1), bound), [-1, 1, 1, 1]);
  const mean = tf.mean(images, [1, 2, 3], true);
  const spread = tf.mul(tf.sub(images, mean), tf.add(amount(contrast, strong.contrast), 1));
  return tf.clipByValue(tf.add(tf.add(spread, mean), amount(light, strong.brightness)), 0, 1);
}
