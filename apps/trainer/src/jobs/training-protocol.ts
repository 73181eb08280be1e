import type { Bundle, TrainingConfig, TrainingEvent } from "@diaphane/model";
import type { SpooledData } from "../spool/spooled-set.ts";
import type { JobFailure } from "./explain-failure.ts";

/** A data set to learn from, brought to the size that the network reads. */
export interface LearnedSet {
  name: string;
  dataHash: string;
  data: SpooledData;
}

/** All that a training process is given. */
export interface TrainingTask {
  config: TrainingConfig;
  sets: LearnedSet[];
  /** The sets are learned at once, each with its own classes, be it only one. */
  pretrains: boolean;
  /** Where their files are. The training process takes it away once they are open, so that nothing stays behind. */
  folder: string;
  seed: number;
  checkpoint?: Uint8Array;
  provenance: { dataHash: string; codeVersion: string };
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
