import * as tf from "@tensorflow/tfjs-core";
import type { Architecture } from "../network/architecture.ts";
import type { ConsistencyTerm } from "../objective/consistency-term.ts";
import type { ObjectiveTerm } from "../objective/objective-term.ts";
import { augment, augmentationUniforms } from "./augment.ts";
import { labelledRowsOf } from "./labelled-rows.ts";
import { strongView, strongViewUniforms } from "./strong-view.ts";
import { teacherProbabilities } from "./teacher.ts";
import type { TrainingConfig } from "./training-config.ts";
import type { TrainingBatch } from "./training-step.ts";

/** What a step's consistency term shows the student, and what it is to predict. Made before the gradient is taken: no part of it has one. */
export interface Lesson {
  /** `[m, size, size, c]` */
  images: tf.Tensor4D;
  /** `[m, classes]` */
  targets: tf.Tensor2D;
  /** `[m]` */
  weights: tf.Tensor1D;
  /** How many rows, the first ones, have a known label and are the classification term's, in place of the batch's own. */
  labelled: number;
}

interface LessonRequest {
  architecture: Architecture;
  config: TrainingConfig;
  /** Weights of the teacher `[P]` */
  average: tf.Tensor1D;
  batch: TrainingBatch;
  /** The batch's images as augmented for the other terms: the weak view. */
  weak: tf.Tensor4D;
  /** In [0, 1) `[n, uniforms]`, of which the last `lessonUniforms` are for the lesson */
  uniform: tf.Tensor2D;
}

type Mixing = Extract<ConsistencyTerm, { method: "mixmatch" }>;
type Strengthening = Exclude<ConsistencyTerm, Mixing>;

export function consistencyOf(terms: readonly ObjectiveTerm[]): ConsistencyTerm | undefined {
  return terms.find((term) => term.kind === "consistency");
}

/** Uniform numbers that a lesson takes for an image. */
export function lessonUniforms({ objective, model }: TrainingConfig): number {
  const term = consistencyOf(objective);
  if (term === undefined) return 0;
  return term.method === "mixmatch" ? augmentationUniforms : strongViewUniforms(term.strong, model.inputSize);
}

/** Rows that MixMatch mixes: the labelled ones, and two views of every other. */
export function mixedRows(config: TrainingConfig): number {
  return 2 * config.batchSize - labelledRowsOf(config);
}

/** Undefined without a consistency term. */
export function lessonOf(request: LessonRequest): Lesson | undefined {
  const term = consistencyOf(request.config.objective);
  if (term === undefined) return undefined;
  const [rows, width] = request.uniform.shape;
  const own = lessonUniforms(request.config);
  const uniform = tf.slice2d(request.uniform, [0, width - own], [rows, own]);
  return term.method === "mixmatch"
    ? mixedLesson(term, { ...request, uniform })
    : strongLesson(term, { ...request, uniform });
}

/** The weak view's prediction for the strong view of every row; for FixMatch the class that it names, or zeros where it is not sure. */
function strongLesson(
  term: Strengthening,
  { architecture, config, average, batch, weak, uniform }: LessonRequest,
): Lesson {
  const predicted = teacherProbabilities(architecture, average, weak);
  return {
    images: strongView(term.strong, config.augmentation, batch.images, uniform),
    targets: term.method === "fixmatch" ? pseudoLabels(predicted, term.confidence) : predicted,
    weights: batch.rowWeights,
    labelled: 0,
  };
}

/** One-hot of the most probable class, all zero below the confidence. @param predicted `[n, classes]` */
export function pseudoLabels(predicted: tf.Tensor2D, confidence: number): tf.Tensor2D {
  const isSure = tf.cast(tf.greaterEqual(tf.max(predicted, 1, true), confidence), "float32");
  return tf.mul(tf.cast(tf.oneHot(tf.argMax(predicted, 1), predicted.shape[1]), "float32"), isSure);
}

/** `p^(1/T) / Σ p^(1/T)` (Berthelot et al. 2019, equation 7). @param predicted `[n, classes]` */
export function sharpened(predicted: tf.Tensor2D, temperature: number): tf.Tensor2D {
  const raised = tf.pow(predicted, 1 / temperature);
  return tf.div(raised, tf.sum(raised, 1, true));
}

/** MixMatch, algorithm 1: two views of each row without a label share one guess; then every row is mixed with another, labels along with images. */
function mixedLesson(term: Mixing, { architecture, config, average, batch, weak, uniform }: LessonRequest): Lesson {
  const { mixPartners, mixShare } = batch;
  if (mixPartners === undefined || mixShare === undefined) throw new Error("MixMatch needs what to mix with what.");
  const sizes = [labelledRowsOf(config), config.batchSize - labelledRowsOf(config)];
  const cut = <T extends tf.Tensor>(rows: T): [T, T] => tf.split(rows, sizes, 0) as [T, T];
  const [labelled, first] = cut(weak);
  const second = augment(config.augmentation, cut(batch.images)[1], cut(uniform)[1]);
  const [ofFirst, ofSecond] = tf.split(teacherProbabilities(architecture, average, tf.concat([first, second])), 2) as [
    tf.Tensor2D,
    tf.Tensor2D,
  ];
  const guess = sharpened(tf.mul(tf.add(ofFirst, ofSecond), 0.5), term.temperature);
  const [known] = cut(batch.targets);
  const [, restWeights] = cut(batch.rowWeights);
  return {
    images: mixed(tf.concat([labelled, first, second]), mixPartners, mixShare),
    targets: mixed(tf.concat([known, guess, guess]), mixPartners, mixShare),
    weights: tf.concat([cut(batch.labelWeights)[0], restWeights, restWeights]),
    labelled: labelled.shape[0],
  };
}

/**
 * `share·row + (1 − share)·partner` (Zhang et al. 2018). Partners are picked by a product with their permutation: it is exact, and unlike
 * `tf.gather` of tfjs-node it reads nothing on the host.
 * @param rows `[m, …]` @param partners `[m]` @param share `[1]`
 */
export function mixed<T extends tf.Tensor>(rows: T, partners: tf.Tensor1D, share: tf.Tensor1D): T {
  const count = rows.shape[0] ?? 0;
  const permutation = tf.cast(tf.oneHot(partners, count), "float32");
  const others = tf.reshape(tf.matMul(permutation, tf.reshape(rows, [count, -1])), rows.shape);
  return tf.add<T>(others, tf.mul(tf.sub(rows, others), share));
}
