import type { Bundle, SeenList, TrainedOn, TrainingConfig, TrainingData, TrainingEvent } from "@diaphane/model";
import type { JobFailure } from "./explain-failure.ts";

/** All that a training process is given. */
export interface TrainingTask {
  config: TrainingConfig;
  data: TrainingData;
  /** Of several sets, which are fitted to the network already. */
  seen?: SeenList;
  seed: number;
  checkpoint?: Uint8Array;
  provenance: { dataHash: string; codeVersion: string; trainedOn: TrainedOn[] };
  parent?: Bundle;
  unrelatedSubjects?: boolean;
}

/** What the worker says to its training process; `stop` saves a checkpoint first. */
export type ToTraining = { kind: "task"; task: TrainingTask } | { kind: "stop" };

/** What the training process says: events, then one of the others. */
export type FromTraining =
  | { kind: "event"; event: TrainingEvent }
  | { kind: "done"; bundle: Bundle }
  | { kind: "cancelled"; step: number }
  | { kind: "failed"; failure: JobFailure };
