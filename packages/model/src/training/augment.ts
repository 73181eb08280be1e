import * as tf from "@tensorflow/tfjs-core";
import { transformImages } from "../engine/transform-images.ts";
import type { Augmentation } from "./training-config.ts";

/** Uniform numbers that augmentation takes for an image. */
export const augmentationUniforms = 5;

/**
 * Shifts, turns, scales and brightens each image by its own random amounts, edges repeated.
 * @param images `[n, size, size, c]` in 0…1
 * @param uniform `[n, augmentationUniforms]` in [0, 1)
 */
export function augment(augmentation: Augmentation, images: tf.Tensor4D, uniform: tf.Tensor2D): tf.Tensor4D {
  const { shiftPixels, rotationDegrees, scale, brightness } = augmentation;
  if (shiftPixels === 0 && rotationDegrees === 0 && scale === 0 && brightness === 0) return images;
  const [right, down, turn, size, light] = tf.split(tf.sub(tf.mul(uniform, 2), 1), augmentationUniforms, 1) as [
    tf.Tensor2D,
    tf.Tensor2D,
    tf.Tensor2D,
    tf.Tensor2D,
    tf.Tensor2D,
  ];
  const angle = tf.mul(turn, (rotationDegrees * Math.PI) / 180);
  const zoom = tf.add(tf.mul(size, scale), 1);
  const cosine = tf.mul(tf.cos(angle), zoom);
  const sine = tf.mul(tf.sin(angle), zoom);
  // Around the centre of the image, then shifted: p' = centre + M·(p − centre) + shift.
  const centre = (images.shape[1] - 1) / 2;
  const offset = (a: tf.Tensor, b: tf.Tensor, shift: tf.Tensor): tf.Tensor =>
    tf.add(tf.sub(centre, tf.mul(tf.add(a, b), centre)), tf.mul(shift, shiftPixels));
  const minusSine = tf.neg(sine);
  const zero = tf.zerosLike(cosine);
  const columns = [
    ...[cosine, minusSine, offset(cosine, minusSine, right)],
    ...[sine, cosine, offset(sine, cosine, down)],
    ...[zero, zero],
  ];
  const moved = transformImages(images, tf.concat(columns, 1) as tf.Tensor2D);
  return tf.clipByValue(tf.add(moved, tf.reshape(tf.mul(light, brightness), [-1, 1, 1, 1])), 0, 1);
}
