import type * as tf from "@tensorflow/tfjs-core";
import type { DetectionTargets } from "./detection-targets.ts";
import type { GroupBatch } from "./group-dro.ts";

/** Known amounts of a batch's images, such as age, one column an attribute. */
export type AttributeBatch = {
  /** In the order of the columns. */
  names: string[];
  /** `[n, attributes]`; 0 where a value is missing. */
  values: tf.Tensor2D;
  /** `[n, attributes]`: 1 for a known value, 0 for a missing one and for padding. */
  weights: tf.Tensor2D;
};

/** What the student predicts for the images of a lesson, and what it should; see `training/lesson.ts`. */
export type LessonBatch = {
  /** `[m, classes]` */
  logits: tf.Tensor2D;
  /** `[m, classes]`, without a gradient */
  targets: tf.Tensor2D;
  /** `[m]` */
  weights: tf.Tensor1D;
  /** How much of the consistency term's weight counts at this step `[1]`. */
  ramp: tf.Tensor1D;
};

/** What the detection head gave of a batch (see `DetectionMaps`), and what it should have. */
export interface DetectionOutput {
  /** `[n, side, side, boxClasses]` */
  heat: tf.Tensor4D;
  /** `[n, side, side, 2]` each */
  size: tf.Tensor4D;
  offset: tf.Tensor4D;
  targets: DetectionTargets;
  /** `[n]`: 1 for an image that somebody looked at for boxes, else 0. */
  looked: tf.Tensor1D;
}

/** What training made of one batch. */
export interface ObjectiveInput {
  /** `[n, h, w, c]` in 0…1: the whole image, before erasing. */
  images: tf.Tensor4D;
  /** `[n, h, w, c]`: the decoder's output before the sigmoid. */
  pixelLogits: tf.Tensor4D;
  /** `[n, latentDim]` */
  mu: tf.Tensor2D;
  /** `[n, latentDim]` */
  logVar: tf.Tensor2D;
  /** `[n, latentDim]`: the latents drawn from mu and logVar, which were decoded. */
  z: tf.Tensor2D;
  /** `[l, classes]`, as are `targets` and `labelWeights`: `l` is n, but for MixMatch, which has classes to learn in other images than these. */
  logits: tf.Tensor2D;
  /** Learned log standard deviation of a pixel `[1]`; null with the Bernoulli likelihood. */
  logSigma: tf.Tensor1D | null;
  /** One-hot, or mixed `[l, classes]`; all zero where there is no label. */
  targets: tf.Tensor2D;
  /** `[n, classes]`: 1 for the classes of the row's own set, 0 for those of other sets; absent where there is one set. */
  classMask?: tf.Tensor2D | undefined;
  /** `[n]`: 1 for a row of the data, 0 for padding. */
  rowWeights: tf.Tensor1D;
  /** `[l]`: class weight of a labelled row, else 0. */
  labelWeights: tf.Tensor1D;
  /** Capacity C(t) in nats at this step `[1]`. */
  capacity: tf.Tensor1D;
  /** Number of images in the training set. */
  imageCount: number;
  /** Absent where the run's images have none. */
  attributes?: AttributeBatch | undefined;
  /** Where the classification term looks at groups of them while it learns. */
  groups?: GroupBatch | undefined;
  /** With a consistency term only. */
  lesson?: LessonBatch | undefined;
  /** `[n, h, w, maskClasses]`, and the classes `[n, h, w, 1]`, 255 where nothing is known; absent without a segmentation head. */
  maskLogits?: tf.Tensor4D | undefined;
  masks?: tf.Tensor4D | undefined;
  /** Absent without a detection head. */
  detection?: DetectionOutput | undefined;
}

/** What the log of a run shows whichever terms it has, computed once; means over rows of weight 1. */
export interface SharedLosses {
  reconstruction: tf.Scalar;
  kl: tf.Scalar;
  /** `[latentDim]`, in nats */
  klPerLatent: tf.Tensor1D;
}
