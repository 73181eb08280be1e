import * as tf from "@tensorflow/tfjs-core";
import type { ImageSet } from "../images/image-set.ts";
import { InvalidImageSet } from "../images/invalid-image-set.ts";
import { type ClassGroup, placeOfGroup } from "../network/class-groups.ts";
import type { ModelConfig } from "../network/model-config.ts";
import { alignedAttributes, type ObjectiveTerm } from "../objective/objective-term.ts";
import { classMasksOf, gatherClassMasks } from "./class-masks.ts";
import { createDenseGatherer } from "./gather-dense-targets.ts";
import { type ImageGroups, imageGroups } from "./image-groups.ts";
import { batchRows } from "./labelled-rows.ts";
import { consistencyOf, mixedRows } from "./lesson.ts";
import { mixingAt } from "./mixing.ts";
import type { TrainingConfig } from "./training-config.ts";
import type { TrainingBatch } from "./training-step.ts";

/** Cuts a fitted set into batches whose content is a function of seed and step alone. */
export interface Batches {
  stepsPerEpoch: number;
  /** Of GroupDRO; 0 without it. */
  groupCount: number;
  /** The batch of a step counted from 0; the caller disposes of its tensors, as by `tf.tidy`. */
  at(step: number): TrainingBatch;
}

/** @param set images already at the network's size @throws InvalidImageSet when it lacks an attribute of the objective */
export function createBatches(config: TrainingConfig, set: ImageSet, seed: number): Batches {
  const { batchSize, model } = config;
  const rows = batchRows(config, set, seed);
  const groups = imageGroups(config.objective, set);
  const weights = labelWeightsOf(config.objective, set, groups, model.classGroups);
  const columns = attributesOf(config.objective, set);
  const consistency = consistencyOf(config.objective);
  const isRobust = config.objective.some((term) => term.kind === "classification" && term.groupDro !== undefined);
  const masks = model.classGroups && classMasksOf(model.classGroups, set);
  const gatherDense = createDenseGatherer(model, set);
  return {
    stepsPerEpoch: rows.stepsPerEpoch,
    groupCount: isRobust && groups ? groups.groups.length : 0,
    at(step) {
      const { order, from } = rows.at(step);
      const shown = Math.min(rows.labelledRows, order.length - from);
      const images = imagesOf(order, from, batchSize);
      return {
        ...gather(model, set, order, from, batchSize, shown, weights),
        ...gatherDense(images),
        ...(masks ? { classMask: gatherClassMasks(masks, set, images) } : {}),
        ...(columns.size === 0 ? {} : gatherAttributes(columns, order, from, batchSize)),
        ...(isRobust && groups ? gatherGroups(groups, order.subarray(from, from + shown), batchSize) : {}),
        ...(consistency?.method === "mixmatch" ? mixingAt(seed, step, mixedRows(config), consistency.mixingAlpha) : {}),
      };
    },
  };
}

/** Weight of each image's label `[count]`: that of its class times that of its group. */
function labelWeightsOf(
  terms: ObjectiveTerm[],
  set: ImageSet,
  groups: ImageGroups | undefined,
  classGroups: readonly ClassGroup[] | undefined,
): Float32Array {
  const classWeights = classWeightsOf(terms, set, classGroups);
  return Float32Array.from(
    set.labels,
    (label, row) => (classWeights[label] ?? 1) * (groups?.weights[groups.ids[row] ?? -1] ?? 1),
  );
}

/** @param shown images of the rows whose labels are shown, the first of the batch */
function gatherGroups(
  { groups, ids }: ImageGroups,
  shown: Int32Array,
  batchSize: number,
): Required<Pick<TrainingBatch, "groupMembership">> {
  const membership = new Float32Array(batchSize * groups.length);
  shown.forEach((image, row) => {
    const group = ids[image] ?? -1;
    if (group >= 0) membership[row * groups.length + group] = 1;
  });
  return { groupMembership: tf.tensor2d(membership, [batchSize, groups.length]) };
}

/** The images of a batch, those of its padding too: `[batchSize]`. */
function imagesOf(order: Int32Array, from: number, batchSize: number): Int32Array {
  return Int32Array.from({ length: batchSize }, (_, row) => order[(from + row) % order.length] ?? 0);
}

/** Rows `from…` of the order, the first `shown` of them with their labels. Past its end rows of its beginning follow with weight 0, so that normalisation sees real images. */
function gather(
  model: ModelConfig,
  set: ImageSet,
  order: Int32Array,
  from: number,
  batchSize: number,
  shown: number,
  weights: Float32Array,
): TrainingBatch {
  const classes = model.classes.length;
  const stride = model.inputSize * model.inputSize * model.channels;
  const pixels = new Float32Array(batchSize * stride);
  const targets = new Float32Array(batchSize * classes);
  const rowWeights = new Float32Array(batchSize);
  const labelWeights = new Float32Array(batchSize);
  for (let row = 0; row < batchSize; row++) {
    const place = from + row;
    const index = order[place % order.length] ?? 0;
    const image = set.images.subarray(index * stride, (index + 1) * stride);
    for (let pixel = 0; pixel < stride; pixel++) pixels[row * stride + pixel] = (image[pixel] ?? 0) / 255;
    if (place >= order.length) continue;
    rowWeights[row] = 1;
    const label = set.labels[index] ?? -1;
    if (label < 0 || row >= shown) continue;
    targets[row * classes + label] = 1;
    labelWeights[row] = weights[index] ?? 1;
  }
  return {
    images: tf.tensor4d(pixels, [batchSize, model.inputSize, model.inputSize, model.channels]),
    targets: tf.tensor2d(targets, [batchSize, classes]),
    rowWeights: tf.tensor1d(rowWeights),
    labelWeights: tf.tensor1d(labelWeights),
  };
}

/** The columns of the attributes that an objective names, in its order. */
function attributesOf(terms: ObjectiveTerm[], set: ImageSet): ReadonlyMap<string, Float32Array> {
  return new Map(
    alignedAttributes(terms).map((name) => {
      const values = set.attributes?.get(name);
      if (values !== undefined) return [name, values];
      const known = [...(set.attributes?.keys() ?? [])].join(", ") || "none";
      throw new InvalidImageSet(
        `The objective aligns a latent with ${name}, which the training images don't have. Theirs: ${known}.`,
      );
    }),
  );
}

function gatherAttributes(
  columns: ReadonlyMap<string, Float32Array>,
  order: Int32Array,
  from: number,
  batchSize: number,
): Required<Pick<TrainingBatch, "attributeValues" | "attributeWeights">> {
  const values = new Float32Array(batchSize * columns.size);
  const weights = new Float32Array(batchSize * columns.size);
  [...columns.values()].forEach((column, place) => {
    for (let row = 0; row < Math.min(batchSize, order.length - from); row++) {
      const value = column[order[from + row] ?? 0] ?? Number.NaN;
      if (Number.isNaN(value)) continue;
      values[row * columns.size + place] = value;
      weights[row * columns.size + place] = 1;
    }
  });
  const shape: [number, number] = [batchSize, columns.size];
  return { attributeValues: tf.tensor2d(values, shape), attributeWeights: tf.tensor2d(weights, shape) };
}

/** Weight of each class's rows. Balanced: inverse frequency, with a mean of 1 over labelled rows; of several sets, in each of them. */
export function classWeightsOf(terms: ObjectiveTerm[], set: ImageSet, groups?: readonly ClassGroup[]): number[] {
  const term = terms.find((candidate) => candidate.kind === "classification");
  const even = set.classes.map(() => 1);
  if (term === undefined || term.classWeights === "none") return even;
  const { classWeights } = term;
  if (classWeights !== "balanced") return classWeights;
  const counts = set.classes.map((_, index) => set.labels.reduce((sum, label) => (label === index ? sum + 1 : sum), 0));
  if (!groups) return balancedWeights(counts);
  return groups.flatMap(({ set: name, classes }) => {
    const first = placeOfGroup(groups, name)?.first ?? 0;
    return balancedWeights(counts.slice(first, first + classes.length));
  });
}

function balancedWeights(counts: number[]): number[] {
  const labelled = counts.reduce((sum, count) => sum + count, 0);
  const present = counts.filter((count) => count > 0).length;
  return counts.map((count) => (count === 0 ? 0 : labelled / (present * count)));
}
