import * as tf from "@tensorflow/tfjs-core";
import { readSafetensors, writeSafetensors } from "../bundle/safetensors.ts";
import { sha256OfData } from "../bundle/sha256.ts";
import type { HostTensor } from "../network/fold-weights.ts";
import type { BestAverage } from "./early-stop.ts";
import type { TrainingConfig } from "./training-config.ts";
import { CheckpointMismatch, TrainingDiverged } from "./training-errors.ts";
import { stateNames, type TrainingState } from "./training-state.ts";

/** What a run is besides its state: a checkpoint of another run is refused. */
export interface RunIdentity {
  config: TrainingConfig;
  seed: number;
  dataHash: string;
}

const formatVersion = "1";

/** The state on the host. Throws TrainingDiverged when it is not finite: it must neither be kept nor measured. */
export async function finiteValues(state: TrainingState, step: number): Promise<Map<string, HostTensor>> {
  const tensors = new Map<string, HostTensor>();
  for (const name of stateNames) {
    const tensor = state[name];
    if (tensor === undefined) continue;
    const values = await tensor.data<"float32">();
    if (!values.every(Number.isFinite)) throw new TrainingDiverged(step, { [name]: Number.NaN });
    tensors.set(name, { shape: tensor.shape, values });
  }
  return tensors;
}

/** The state after `step` steps as bytes, with the best average so far where one is kept. Throws TrainingDiverged as `finiteValues`. */
export async function writeCheckpoint(
  state: TrainingState,
  step: number,
  identity: RunIdentity,
  best?: BestAverage,
): Promise<Uint8Array> {
  const tensors = await finiteValues(state, step);
  const metadata = { formatVersion, step: String(step), run: await sha256OfData(identity) };
  if (best === undefined) return writeSafetensors(tensors, metadata);
  const { average, averageStatistics, score, epoch } = best;
  tensors.set("best.average", { shape: [average.length], values: average });
  tensors.set("best.averageStatistics", { shape: [averageStatistics.length], values: averageStatistics });
  return writeSafetensors(tensors, { ...metadata, bestScore: String(score), bestEpoch: String(epoch) });
}

/** Throws CheckpointMismatch for a checkpoint of another configuration, seed or data; InvalidWeights for a damaged one. */
export async function readCheckpoint(
  bytes: Uint8Array,
  identity: RunIdentity,
): Promise<{ state: TrainingState; step: number; best?: BestAverage }> {
  const { tensors, metadata } = readSafetensors(bytes);
  if (metadata["formatVersion"] !== formatVersion || metadata["run"] !== (await sha256OfData(identity))) {
    throw new CheckpointMismatch("The checkpoint is of a run with another configuration, seed or data. Start anew.");
  }
  const values = (name: string): Float32Array => {
    const found = tensors.get(name);
    if (found === undefined) throw new CheckpointMismatch(`The checkpoint lacks its tensor ${name}.`);
    return found.values;
  };
  const tensor = (name: string): tf.Tensor1D => tf.tensor1d(values(name));
  const state: TrainingState = {
    parameters: tensor("parameters"),
    moment1: tensor("moment1"),
    moment2: tensor("moment2"),
    average: tensor("average"),
    averageStatistics: tensor("averageStatistics"),
    // The configuration, which is part of the run's identity, says whether there are any.
    ...(tensors.has("groupShares") ? { groupShares: tensor("groupShares") } : {}),
  };
  const step = Number(metadata["step"]);
  if (metadata["bestEpoch"] === undefined) return { state, step };
  const best = {
    ...{ score: Number(metadata["bestScore"]), epoch: Number(metadata["bestEpoch"]) },
    ...{ average: values("best.average"), averageStatistics: values("best.averageStatistics") },
  };
  return { state, step, best };
}
