import * as tf from "@tensorflow/tfjs-core";
import type { Augmentation } from "./training-config.ts";

/** Whether images stay where they are. */
export function isStill({ shiftPixels, rotationDegrees, scale }: Augmentation): boolean {
  return shiftPixels === 0 && rotationDegrees === 0 && scale === 0;
}

/**
 * Where augmentation takes each pixel of its result from, as `transformImages` reads it; masks and boxes follow the same rows.
 * @param uniform `[n, ≥ 4]` in [0, 1): right, down, turn, size; .5 changes nothing
 * @returns `[n, 8]`
 */
export function affineOf(augmentation: Augmentation, uniform: tf.Tensor2D, imageSize: number): tf.Tensor2D {
  const { shiftPixels, rotationDegrees, scale } = augmentation;
  const draw = (column: number): tf.Tensor =>
    tf.sub(tf.mul(tf.slice2d(uniform, [0, column], [uniform.shape[0], 1]), 2), 1);
  const angle = tf.mul(draw(2), (rotationDegrees * Math.PI) / 180);
  const zoom = tf.add(tf.mul(draw(3), scale), 1);
  const cosine = tf.mul(tf.cos(angle), zoom);
  const sine = tf.mul(tf.sin(angle), zoom);
  // Around the centre of the image, then shifted: p' = centre + M·(p − centre) + shift.
  const centre = (imageSize - 1) / 2;
  const offset = (a: tf.Tensor, b: tf.Tensor, shift: tf.Tensor): tf.Tensor =>
    tf.add(tf.sub(centre, tf.mul(tf.add(a, b), centre)), tf.mul(shift, shiftPixels));
  const minusSine = tf.neg(sine);
  const zero = tf.zerosLike(cosine);
  const columns = [
    ...[cosine, minusSine, offset(cosine, minusSine, draw(0))],
    ...[sine, cosine, offset(sine, cosine, draw(1))],
    ...[zero, zero],
  ];
  return tf.concat(columns, 1) as tf.Tensor2D;
}
