import * as tf from "@tensorflow/tfjs-core";
import { readSafetensors, writeSafetensors } from "../bundle/safetensors.ts";
import { sha256OfData } from "../bundle/sha256.ts";
import type { HostTensor } from "../network/fold-weights.ts";
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

/** The state after `step` steps as bytes. Throws TrainingDiverged rather than keep a state that is not finite. */
export async function writeCheckpoint(state: TrainingState, step: number, identity: RunIdentity): Promise<Uint8Array> {
  const tensors = new Map<string, HostTensor>();
  for (const name of stateNames) {
    const values = await state[name].data<"float32">();
    if (!values.every(Number.isFinite)) throw new TrainingDiverged(step, { [name]: Number.NaN });
    tensors.set(name, { shape: state[name].shape, values });
  }
  return writeSafetensors(tensors, { formatVersion, step: String(step), run: await sha256OfData(identity) });
}

/** Throws CheckpointMismatch for a checkpoint of another configuration, seed or data; InvalidWeights for a damaged one. */
export async function readCheckpoint(
  bytes: Uint8Array,
  identity: RunIdentity,
): Promise<{ state: TrainingState; step: number }> {
  const { tensors, metadata } = readSafetensors(bytes);
  if (metadata["formatVersion"] !== formatVersion || metadata["run"] !== (await sha256OfData(identity))) {
    throw new CheckpointMismatch("The checkpoint is of a run with another configuration, seed or data. Start anew.");
  }
  const tensor = (name: string): tf.Tensor1D => {
    const found = tensors.get(name);
    if (found === undefined) throw new CheckpointMismatch(`The checkpoint lacks its tensor ${name}.`);
    return tf.tensor1d(found.values);
  };
  const state: TrainingState = {
    parameters: tensor("parameters"),
    moment1: tensor("moment1"),
    moment2: tensor("moment2"),
    average: tensor("average"),
    averageStatistics: tensor("averageStatistics"),
  };
  return { state, step: Number(metadata["step"]) };
}
