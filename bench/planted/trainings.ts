import type { TrainingConfig } from "../../packages/model/src/training/training-config.ts";
import { tagName } from "./planted-sets.ts";

/** A way to train on the planted images. */
export interface Training {
  name: string;
  /** On the images without the tag: what the others are held against. */
  isClean: boolean;
  /** What it does to the classification term. Retraining is told of every training image whether it has the tag. */
  grouping: { groupBy?: string; groupWeights?: "balanced"; groupDro?: { stepSize: number } };
}

/** Presets are fitted on the first. */
export const trainings: readonly Training[] = [
  { name: "as it is", isClean: false, grouping: {} },
  { name: "clean images", isClean: true, grouping: {} },
  { name: "reweighting", isClean: false, grouping: { groupBy: tagName, groupWeights: "balanced" } },
  { name: "GroupDRO", isClean: false, grouping: { groupBy: tagName, groupDro: { stepSize: 0.01 } } },
];

/** The configuration with the training's groups. */
export function configOf({ grouping }: Training, config: TrainingConfig): TrainingConfig {
  const objective = config.objective.map((term) => (term.kind === "classification" ? { ...term, ...grouping } : term));
  return { ...config, objective };
}

/** @throws Error that names what there is */
export function trainingNamed(name: string): Training {
  const found = trainings.find((one) => one.name === name);
  if (!found) throw new Error(`${name} is none of ${trainings.map((one) => one.name).join(", ")}`);
  return found;
}
