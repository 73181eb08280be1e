import type { TrainingConfig } from "@diaphane/model/config";
import type { DatasetOption } from "./training-options.ts";

/** A model version that training may start from. */
export interface ParentOption {
  readonly versionId: string;
  readonly name: string;
  readonly number: number;
  /** What it was trained on. */
  readonly datasetName: string;
  readonly model: TrainingConfig["model"];
  readonly weightsSha256: string;
  /** Made of several sets, to start others from. */
  readonly isPretrained: boolean;
}

/** Those that lose nothing of the images: gray ones are repeated for a network of colour, the other way round colour would go. */
export function fittingParents(parents: readonly ParentOption[], dataset: DatasetOption): ParentOption[] {
  return parents.filter(({ model }) => model.channels >= dataset.channels);
}
