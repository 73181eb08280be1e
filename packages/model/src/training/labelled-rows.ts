import type { ImageSet } from "../images/image-set.ts";
import { InvalidImageSet } from "../images/invalid-image-set.ts";
import { purpose } from "../random/purpose.ts";
import { shuffledIndices } from "../random/shuffle.ts";
import { createSetSampler } from "./set-sampling.ts";
import type { TrainingConfig } from "./training-config.ts";

/** Which images stand in which row of a step's batch. */
export interface BatchRows {
  stepsPerEpoch: number;
  /** Rows whose labels are shown, the first ones. */
  labelledRows: number;
  /** The batch's images are those from place `from` of the order on; past its end there is padding. A function of seed and step alone. */
  at(step: number): { order: Int32Array; from: number };
}

/** Rows of each batch that are kept for labelled images: at least one, and at least one is left for the others. */
export function labelledRowsOf({ batchSize, labelledShare }: TrainingConfig): number {
  if (labelledShare === undefined) return batchSize;
  return Math.min(batchSize - 1, Math.max(1, Math.round(labelledShare * batchSize)));
}

/**
 * All images once an epoch in random order, with whatever label they have; with a labelled share, as `labelledAndAll`; of several
 * sets that are sampled, as `createSetSampler` draws them.
 */
export function batchRows(config: TrainingConfig, set: ImageSet, seed: number): BatchRows {
  if (config.setSampling && set.sources) {
    const draw = createSetSampler(config.setSampling, set.sources, config.batchSize, seed);
    const stepsPerEpoch = Math.ceil(set.count / config.batchSize);
    return { stepsPerEpoch, labelledRows: config.batchSize, at: (step) => ({ order: draw(step), from: 0 }) };
  }
  return config.labelledShare === undefined ? allOnce(config, set, seed) : labelledAndAll(config, set, seed);
}

function allOnce({ batchSize }: TrainingConfig, { count }: ImageSet, seed: number): BatchRows {
  const stepsPerEpoch = Math.ceil(count / batchSize);
  const orderOf = remembered((epoch) => shuffledIndices(count, seed, purpose.shuffle, epoch));
  return {
    stepsPerEpoch,
    labelledRows: batchSize,
    at: (step) => ({
      order: orderOf(Math.floor(step / stepsPerEpoch)),
      from: (step % stepsPerEpoch) * batchSize,
    }),
  };
}

/**
 * The first rows of every batch are labelled images, in another order each time that all have had their turn. The others are all images, once an
 * epoch, without their labels: those that have one too, as in FixMatch, so that it makes no difference to them how many they are.
 */
function labelledAndAll(config: TrainingConfig, { count, labels }: ImageSet, seed: number): BatchRows {
  const labelled = Int32Array.from([...labels.keys()].filter((row) => (labels[row] ?? -1) >= 0));
  if (labelled.length === 0) {
    throw new InvalidImageSet("No training image has a label, but a share of each batch is to be labelled ones.");
  }
  const labelledRows = labelledRowsOf(config);
  const others = config.batchSize - labelledRows;
  const stepsPerEpoch = Math.ceil(count / others);
  const orderOf = remembered((epoch) => shuffledIndices(count, seed, purpose.shuffle, epoch));
  const roundOf = remembered((round) => shuffledIndices(labelled.length, seed, purpose.labelledOrder, round));
  return {
    stepsPerEpoch,
    labelledRows,
    at(step) {
      const from = (step % stepsPerEpoch) * others;
      const rest = orderOf(Math.floor(step / stepsPerEpoch)).subarray(from, from + others);
      const order = new Int32Array(labelledRows + rest.length);
      for (let row = 0; row < labelledRows; row++) {
        const turn = step * labelledRows + row;
        const place = roundOf(Math.floor(turn / labelled.length))[turn % labelled.length] ?? 0;
        order[row] = labelled[place] ?? 0;
      }
      order.set(rest, labelledRows);
      return { order, from: 0 };
    },
  };
}

/** Keeps the last order: the next step mostly wants it again. */
function remembered(make: (key: number) => Int32Array): (key: number) => Int32Array {
  let kept: { key: number; order: Int32Array } | undefined;
  return (key) => {
    if (kept?.key !== key) kept = { key, order: make(key) };
    return kept.order;
  };
}
