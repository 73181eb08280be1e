import * as tf from "@tensorflow/tfjs-core";

/** Boxes of a batch as dense targets; `places` is `side · side`, row by row. */
export interface DetectionTargets {
  /** 1 at the place that has the centre of a box of the class, falling off around it `[n, side, side, classes]` */
  heat: tf.Tensor4D;
  /** 1 at the place of each box's centre; all 0 for those that fill up `[n, most, places]` */
  centres: tf.Tensor3D;
  /** Logarithm of width and height over the stride, and offset of the centre in its place, right and down `[n, most, 4]` */
  geometry: tf.Tensor3D;
  /** 1 for a box, 0 for what fills up `[n, most, 1]` */
  isBox: tf.Tensor3D;
}

/** A Gaussian's standard deviation, as a share of the box: a sixth, narrowed (Liu et al. 2020, TTFNet: α = .54). */
const spread = 0.54 / 6;

/**
 * Builds heat map, sizes and offsets of boxes in the engine, after augmentation has moved them (Zhou et al. 2019). Gaussians follow width and
 * height each by itself; where two of a class meet, the greater counts.
 *
 * @param boxes `[n, most, 5]`: class, left, top, width, height in pixels; class −1 fills up
 * @param side of the maps; @param stride pixels of the image from one place to the next
 */
export function detectionTargets(
  boxes: tf.Tensor3D,
  { side, stride, classes }: { side: number; stride: number; classes: number },
): DetectionTargets {
  const [label, left, top, width, height] = tf.split(boxes, 5, 2) as [
    tf.Tensor3D,
    tf.Tensor3D,
    tf.Tensor3D,
    tf.Tensor3D,
    tf.Tensor3D,
  ];
  const isBox = tf.cast(tf.greaterEqual(label, 0), "float32");
  const across = axisOf(left, width, side, stride);
  const down = axisOf(top, height, side, stride);
  const [count, most] = boxes.shape;
  const outer = (rows: tf.Tensor, columns: tf.Tensor): tf.Tensor4D =>
    tf.mul(tf.reshape(rows, [count, most, side, 1]), tf.reshape(columns, [count, most, 1, side]));
  const gaussians = outer(down.gaussian, across.gaussian);
  const heat = Array.from({ length: classes }, (_, index) => {
    const isOfClass = tf.reshape(tf.cast(tf.equal(label, index), "float32"), [count, most, 1, 1]);
    return tf.max(tf.mul(gaussians, isOfClass), 1);
  });
  const places = tf.reshape(outer(down.centre, across.centre), [count, most, side * side]);
  return {
    heat: tf.stack(heat, 3) as tf.Tensor4D,
    centres: tf.mul(places, isBox) as tf.Tensor3D,
    geometry: tf.concat([across.size, down.size, across.offset, down.offset], 2) as tf.Tensor3D,
    isBox: isBox as tf.Tensor3D,
  };
}

/** One axis of the boxes: `[n, most, 1]` → places `[n, most, side]` and numbers `[n, most, 1]`. */
function axisOf(from: tf.Tensor3D, length: tf.Tensor3D, side: number, stride: number) {
  const extent = tf.div(tf.maximum(length, 1e-3), stride);
  const middle = tf.add(tf.div(from, stride), tf.mul(extent, 0.5));
  const place = tf.clipByValue(tf.floor(middle), 0, side - 1);
  const distances = tf.sub(tf.range(0, side), place);
  const scaled = tf.div(distances, tf.mul(extent, spread));
  return {
    gaussian: tf.exp(tf.mul(tf.square(scaled), -0.5)),
    centre: tf.cast(tf.equal(distances, 0), "float32"),
    size: tf.log(extent),
    offset: tf.sub(middle, place),
  };
}
