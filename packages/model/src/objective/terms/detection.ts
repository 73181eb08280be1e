import * as tf from "@tensorflow/tfjs-core";
import type { DetectionTargets } from "../detection-targets.ts";
import type { DetectionOutput } from "../objective-input.ts";
import type { Term } from "../term.ts";

/**
 * Centres by the penalty-reduced focal loss, sizes and offsets by L1 at the centres (Law & Deng 2018; Zhou et al. 2019), each over the
 * number of boxes in the batch. Sizes are logarithms: what a box's overlap loses depends on the error relative to its side, and a platelet's
 * pixel is worth a white cell's five. Overlap itself as a loss has no gradient to speak of before boxes meet. Images that nobody looked
 * at, and padding, count nothing.
 */
export const detection: Term<"detection"> = {
  kind: "detection",
  weight: ({ weight }) => weight,
  value({ sizeWeight, offsetWeight }, { detection: given, rowWeights }) {
    if (!given) throw new Error("The detection term needs a detection head and boxes.");
    const { targets, looked, ...maps } = given;
    const weights: tf.Tensor1D = tf.mul(looked, rowWeights);
    const boxWeights: tf.Tensor3D = tf.mul(targets.isBox, tf.reshape(weights, [-1, 1, 1]));
    const boxes = tf.maximum(tf.sum(boxWeights), 1);
    const focal = tf.sum(tf.mul(focalLoss(maps.heat, targets.heat), tf.reshape(weights, [-1, 1, 1, 1])));
    const errors = tf.mul(l1(maps, targets), boxWeights);
    const parts = tf.tensor1d([sizeWeight, sizeWeight, offsetWeight, offsetWeight]);
    return tf.div(tf.add(focal, tf.sum(tf.mul(errors, parts))), boxes);
  },
};

/** `−(1−p)²·log p` at centres, `−(1−y)⁴·p²·log(1−p)` elsewhere, for each place and class. */
function focalLoss(logits: tf.Tensor4D, targets: tf.Tensor4D): tf.Tensor4D {
  const isCentre = tf.cast(tf.equal(targets, 1), "float32");
  const probability = tf.sigmoid(logits);
  const rest = tf.square(tf.sub(1, targets));
  const positive = tf.mul(tf.mul(tf.square(tf.sub(1, probability)), softplus(tf.neg(logits))), isCentre);
  const negative = tf.mul(tf.mul(tf.square(probability), softplus(logits)), tf.square(rest));
  return tf.add(positive, negative);
}

/** `log(1 + exp(x))`, in the form that does not overflow. */
function softplus(x: tf.Tensor4D): tf.Tensor4D {
  return tf.add(tf.relu(x), tf.log1p(tf.exp(tf.neg(tf.abs(x)))));
}

/** |predicted − target| of size and offset, read at each box's centre by a product with its place `[n, most, 4]`. */
function l1({ size, offset }: Pick<DetectionOutput, "size" | "offset">, targets: DetectionTargets): tf.Tensor3D {
  const [count, most, places] = targets.centres.shape;
  const maps = tf.reshape(tf.concat([size, offset], 3), [count, places, 4]);
  return tf.abs(tf.sub(tf.reshape(tf.matMul(targets.centres, maps), [count, most, 4]), targets.geometry));
}
