import * as tf from "@tensorflow/tfjs-core";
import { affineOf, isStill } from "./affine.ts";
import type { Augmentation } from "./training-config.ts";

/** Of what a box shows after it was cut at the image's border, in pixels; less than that is no object any more. */
const leastSide = 1;

/**
 * Moves boxes as `augment` moves their images with the same uniforms. A turned box is not the hull of its corners, which grows by a
 * sixth at 10° though most objects leave their corners empty, but that of the ellipse in it (Kalra et al. 2021). Boxes are cut at the
 * border; those of which nothing is left lose their class.
 *
 * @param boxes `[n, most, 5]`: class, left, top, width, height in pixels; class −1 fills up
 * @param uniform `[n, augmentationUniforms]` in [0, 1); @param size side of the images in pixels
 */
export function augmentBoxes(
  augmentation: Augmentation,
  boxes: tf.Tensor3D,
  uniform: tf.Tensor2D,
  size: number,
): tf.Tensor3D {
  if (isStill(augmentation)) return boxes;
  const [label, left, top, width, height] = tf.split(boxes, 5, 2) as [
    tf.Tensor3D,
    tf.Tensor3D,
    tf.Tensor3D,
    tf.Tensor3D,
    tf.Tensor3D,
  ];
  const columns = tf.split(tf.reshape<tf.Rank.R3>(affineOf(augmentation, uniform, size), [-1, 1, 8]), 8, 2);
  const [a0, a1, a2, b0, b1, b2] = columns as [
    tf.Tensor3D,
    tf.Tensor3D,
    tf.Tensor3D,
    tf.Tensor3D,
    tf.Tensor3D,
    tf.Tensor3D,
  ];
  // The rows say where a pixel of the result comes from, so objects go the other way. Pixels count from their centres, boxes from edges.
  const determinant = tf.sub(tf.mul(a0, b1), tf.mul(a1, b0));
  const fromX = tf.sub(tf.sub(tf.add(left, tf.mul(width, 0.5)), 0.5), a2);
  const fromY = tf.sub(tf.sub(tf.add(top, tf.mul(height, 0.5)), 0.5), b2);
  const inverse = (x: tf.Tensor, y: tf.Tensor): tf.Tensor => tf.div(tf.add(x, y), determinant);
  const centreX = tf.add(inverse(tf.mul(b1, fromX), tf.neg(tf.mul(a1, fromY))), 0.5);
  const centreY = tf.add(inverse(tf.neg(tf.mul(b0, fromX)), tf.mul(a0, fromY)), 0.5);
  const extent = (x: tf.Tensor, y: tf.Tensor): tf.Tensor =>
    tf.div(tf.sqrt(tf.add(tf.square(tf.mul(x, width)), tf.square(tf.mul(y, height)))), tf.mul(tf.abs(determinant), 2));
  const across = cut(centreX, extent(b1, a1), size);
  const down = cut(centreY, extent(b0, a0), size);
  const isLeft = tf.logicalAnd(tf.greaterEqual(across.length, leastSide), tf.greaterEqual(down.length, leastSide));
  // As arithmetic, not a choice, which one engine or other would want broadcast by hand.
  const kept = tf.cast(isLeft, "float32");
  const moved = tf.sub(tf.mul(tf.add(label, 1), kept), 1);
  return tf.concat([moved, across.from, down.from, across.length, down.length], 2) as tf.Tensor3D;
}

/** What of `centre ± half` lies within 0 … size. */
function cut(centre: tf.Tensor, half: tf.Tensor, size: number): { from: tf.Tensor; length: tf.Tensor } {
  const from = tf.clipByValue(tf.sub(centre, half), 0, size);
  return { from, length: tf.sub(tf.clipByValue(tf.add(centre, half), 0, size), from) };
}
