import type { MeasuredSpeed } from "./estimate-time.ts";
import type { ParentOption } from "./parent-option.ts";

/** A data set version that can be trained on. */
export interface DatasetOption {
  readonly datasetId: string;
  readonly versionId: string;
  readonly name: string;
  readonly number: number;
  readonly isSynthetic: boolean;
  readonly classes: readonly string[];
  readonly maskClasses: readonly string[];
  readonly boxClasses: readonly string[];
  /** Attributes of the images that training can read: numbers, and those of two values. */
  readonly attributes: readonly { readonly name: string; readonly kind: "BINARY" | "CONTINUOUS" }[];
  readonly channels: number;
  readonly height: number;
  readonly width: number;
  readonly trainCount: number;
  /** Of the images to train on, those with a label. */
  readonly labelledCount: number;
  readonly validationCount: number;
  readonly testCount: number;
}

/** All that the form offers to choose from, and what its estimate rests on. */
export interface TrainingOptions {
  readonly datasets: readonly DatasetOption[];
  readonly models: readonly { readonly id: string; readonly name: string }[];
  /** The newest version of each model. */
  readonly parents: readonly ParentOption[];
  /** Newest first. */
  readonly measured: readonly MeasuredSpeed[];
}
