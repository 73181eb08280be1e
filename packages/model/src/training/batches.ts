import * as tf from "@tensorflow/tfjs-core";
import type { ImageSet } from "../images/image-set.ts";
import { InvalidImageSet } from "../images/invalid-image-set.ts";
import type { ModelConfig } from "../network/model-config.ts";
import { alignedAttributes, type ObjectiveTerm } from "../objective/objective-term.ts";
import { purpose } from "../random/purpose.ts";
import { shuffledIndices } from "../random/shuffle.ts";
import { createDenseGatherer } from "./gather-dense-targets.ts";
import type { TrainingConfig } from "./training-config.ts";
import type { TrainingBatch } from "./training-step.ts";

/** Cuts a fitted set into batches whose content is a function of seed and step alone. */
export interface Batches {
  stepsPerEpoch: number;
  /** The batch of a step counted from 0; the caller disposes of its tensors, as by `tf.tidy`. */
  at(step: number): TrainingBatch;
}

/** @param set images already at the network's size @throws InvalidImageSet when it lacks an attribute of the objective */
export function createBatches(config: TrainingConfig, set: ImageSet, seed: number): Batches {
  const { batchSize, model } = config;
  const stepsPerEpoch = Math.ceil(set.count / batchSize);
  const classWeights = classWeightsOf(config.objective, set);
  const columns = attributesOf(config.objective, set);
  const gatherDense = createDenseGatherer(model, set);
  let order: Int32Array = new Int32Array();
  let orderedEpoch = -1;
  return {
    stepsPerEpoch,
    at(step) {
      const epoch = Math.floor(step / stepsPerEpoch);
      if (epoch !== orderedEpoch) {
        order = shuffledIndices(set.count, seed, purpose.shuffle, epoch);
        orderedEpoch = epoch;
      }
      const from = (step % stepsPerEpoch) * batchSize;
      const rows = Int32Array.from({ length: batchSize }, (_, row) => order[(from + row) % order.length] ?? 0);
      const batch = { ...gather(model, set, order, from, batchSize, classWeights), ...gatherDense(rows) };
      return columns.size === 0 ? batch : { ...batch, ...gatherAttributes(columns, order, from, batchSize) };
    },
  };
}

/** Rows `from…` of the order. Past its end rows of its beginning follow with weight 0, so that normalisation sees real images. */
function gather(
  model: ModelConfig,
  set: ImageSet,
  order: Int32Array,
  from: number,
  batchSize: number,
  classWeights: number[],
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
    const start = index * stride;
    for (let pixel = 0; pixel < stride; pixel++) {
      pixels[row * stride + pixel] = (set.images[start + pixel] ?? 0) / 255;
    }
    if (place >= order.length) continue;
    rowWeights[row] = 1;
    const label = set.labels[index] ?? -1;
    if (label < 0) continue;
    targets[row * classes + label] = 1;
    labelWeights[row] = classWeights[label] ?? 1;
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

/** Weight of each class's rows. Balanced: inverse frequency, with a mean of 1 over labelled rows. */
export function classWeightsOf(terms: ObjectiveTerm[], set: ImageSet): number[] {
  const term = terms.find((candidate) => candidate.kind === "classification");
  const even = set.classes.map(() => 1);
  if (term === undefined || term.classWeights === "none") return even;
  const { classWeights } = term;
  if (classWeights !== "balanced") return classWeights;
  const counts = set.classes.map((_, index) => set.labels.reduce((sum, label) => (label === index ? sum + 1 : sum), 0));
  const labelled = counts.reduce((sum, count) => sum + count, 0);
  const present = counts.filter((count) => count > 0).length;
  return counts.map((count) => (count === 0 ? 0 : labelled / (present * count)));
}
