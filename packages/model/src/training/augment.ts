import * as tf from "@tensorflow/tfjs-core";
import { transformImages } from "../engine/transform-images.ts";
import { affineOf, isStill } from "./affine.ts";
import type { Augmentation } from "./training-config.ts";

/** Uniform numbers that augmentation takes for an image. */
export const augmentationUniforms = 5;

/**
 * Shifts, turns, scales and brightens each image by its own random amounts, edges repeated.
 * @param images `[n, size, size, c]` in 0…1
 * @param uniform `[n, augmentationUniforms]` in [0, 1)
 */
export function augment(augmentation: Augmentation, images: tf.Tensor4D, uniform: tf.Tensor2D): tf.Tensor4D {
  const { brightness } = augmentation;
  if (isStill(augmentation) && brightness === 0) return images;
  const moved = transformImages(images, affineOf(augmentation, uniform, images.shape[1]));
  const light = tf.sub(tf.mul(tf.slice2d(uniform, [0, 4], [uniform.shape[0], 1]), 2), 1);
  return tf.clipByValue(tf.add(moved, tf.reshape(tf.mul(light, brightness), [-1, 1, 1, 1])), 0, 1);
}
