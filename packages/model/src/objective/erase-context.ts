import * as tf from "@tensorflow/tfjs-core";
import type { Erasing } from "./erasing.ts";

/** Uniform numbers that erasing takes for an image. */
export function erasingUniforms(erasing: Erasing, size: number): number {
  if (erasing.kind === "rectangle") return 5;
  return erasing.kind === "patches" ? patchesASide(erasing.patchSize, size) ** 2 : 0;
}

/**
 * Sets parts of each image to zero; nothing is read on the host.
 * @param images `[n, size, size, c]`
 * @param uniform `[n, erasingUniforms(erasing, size)]` in [0, 1)
 */
export function eraseContext(erasing: Erasing, images: tf.Tensor4D, uniform: tf.Tensor2D): tf.Tensor4D {
  if (erasing.kind === "none") return images;
  const size = images.shape[1];
  const kept =
    erasing.kind === "rectangle" ? keptByRectangle(erasing, size, uniform) : keptPatches(erasing, size, uniform);
  return tf.mul(images, kept);
}

/** 1 outside of the rectangle, 0 inside `[n, size, size, 1]`. */
function keptByRectangle(
  erasing: Extract<Erasing, { kind: "rectangle" }>,
  size: number,
  uniform: tf.Tensor2D,
): tf.Tensor4D {
  const [chance, areaDraw, aspectDraw, topDraw, leftDraw] = tf.split(uniform, 5, 1) as [
    tf.Tensor2D,
    tf.Tensor2D,
    tf.Tensor2D,
    tf.Tensor2D,
    tf.Tensor2D,
  ];
  const [leastArea, mostArea] = erasing.area;
  const area = tf.add(tf.mul(areaDraw, mostArea - leastArea), leastArea);
  const [leastAspect, mostAspect] = erasing.aspect.map(Math.log) as [number, number];
  const root = tf.exp(tf.mul(tf.add(tf.mul(aspectDraw, mostAspect - leastAspect), leastAspect), 0.5));
  const side = tf.sqrt(area);
  const height = tf.mul(tf.minimum(tf.mul(side, root), 1), size);
  const width = tf.mul(tf.minimum(tf.div(side, root), 1), size);
  const inside = (draw: tf.Tensor, extent: tf.Tensor): tf.Tensor => {
    const start = tf.mul(draw, tf.sub(size, extent));
    const centres = tf.add(tf.range(0, size), 0.5);
    return tf.cast(tf.logicalAnd(tf.greaterEqual(centres, start), tf.less(centres, tf.add(start, extent))), "float32");
  };
  const rows = tf.reshape(inside(topDraw, height), [-1, size, 1, 1]);
  const columns = tf.reshape(inside(leftDraw, width), [-1, 1, size, 1]);
  const happens = tf.reshape(tf.cast(tf.less(chance, erasing.probability), "float32"), [-1, 1, 1, 1]);
  return tf.sub(1, tf.mul(tf.mul(rows, columns), happens));
}

function keptPatches(erasing: Extract<Erasing, { kind: "patches" }>, size: number, uniform: tf.Tensor2D): tf.Tensor4D {
  const side = patchesASide(erasing.patchSize, size);
  const kept = tf.cast(tf.greaterEqual(uniform, erasing.ratio), "float32");
  const grid: tf.Tensor4D = tf.reshape(kept, [-1, side, side, 1]);
  const covering = side * erasing.patchSize;
  const enlarged = tf.image.resizeNearestNeighbor(grid, [covering, covering]);
  return tf.slice(enlarged, [0, 0, 0, 0], [-1, size, size, 1]);
}

function patchesASide(patchSize: number, size: number): number {
  return Math.ceil(size / patchSize);
}
