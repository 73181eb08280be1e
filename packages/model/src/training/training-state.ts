import * as tf from "@tensorflow/tfjs-core";
import type { Architecture } from "../network/architecture.ts";
import type { HostWeights } from "../network/fold-weights.ts";
import { type ParameterSpec, sizeOf } from "../network/parameter-spec.ts";
import { purpose } from "../random/purpose.ts";
import { randomSource } from "../random/random-source.ts";

/**
 * All that training changes, as flat vectors. There are no running statistics of the raw weights: only the moving average is
 * ever used outside of training, and the batch statistics are averaged with the decay of the weights, so that they fit it.
 */
export type TrainingState = {
  /** `[P]` */
  parameters: tf.Tensor1D;
  /** Adam's first and second moments `[P]` */
  moment1: tf.Tensor1D;
  moment2: tf.Tensor1D;
  /** Moving average of the parameters `[P]` and of the batch statistics `[S]` */
  average: tf.Tensor1D;
  averageStatistics: tf.Tensor1D;
  /** What each group weighs `[groups]`; only with GroupDRO. */
  groupShares?: tf.Tensor1D;
};

/** Of all that a state may hold. */
export const stateNames = ["parameters", "moment1", "moment2", "average", "averageStatistics", "groupShares"] as const;

/** What a state starts from besides the seed. */
export interface StateStart {
  /** Of GroupDRO, which start alike; 0 without it. */
  groups?: number;
  /** Weights and statistics of another model to start from, by name. */
  loaded?: HostWeights | undefined;
}

/** The start of a run: a function of the seed and these alone, the same on every engine. */
export function initialState(
  architecture: Architecture,
  seed: number,
  { groups = 0, loaded }: StateStart = {},
): TrainingState {
  const parameters = initialValues(architecture.parameters, seed, loaded);
  return {
    parameters: tf.tensor1d(parameters),
    moment1: tf.zeros<tf.Rank.R1>([parameters.length]),
    moment2: tf.zeros<tf.Rank.R1>([parameters.length]),
    average: tf.tensor1d(parameters),
    averageStatistics: tf.tensor1d(initialValues(architecture.statistics, seed, loaded)),
    ...(groups === 0 ? {} : { groupShares: tf.fill<tf.Rank.R1>([groups], 1 / groups) }),
  };
}

export function disposeState(state: TrainingState): void {
  for (const name of stateNames) state[name]?.dispose();
}

function initialValues(specs: ParameterSpec[], seed: number, loaded?: HostWeights): Float32Array {
  const values = new Float32Array(specs.reduce((sum, spec) => sum + sizeOf(spec), 0));
  let offset = 0;
  specs.forEach((spec, index) => {
    const part = values.subarray(offset, offset + sizeOf(spec));
    offset += part.length;
    const found = loaded?.get(spec.name);
    if (found) {
      part.set(found.values);
      return;
    }
    const { initialiser } = spec;
    if (initialiser.kind === "constant") {
      part.fill(initialiser.value);
      return;
    }
    const source = randomSource(seed, purpose.initialise, index);
    for (let place = 0; place < part.length; place++) part[place] = source.normal() * initialiser.deviation;
  });
  return values;
}
