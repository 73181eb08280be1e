import { type ClassGroup, groupedClasses } from "../network/class-groups.ts";
import type { InputSize, SizeName } from "../network/model-config.ts";
import { defaultTrainingConfig, type TrainingConfig, trainingConfig } from "../training/training-config.ts";

export interface PretrainingChoice {
  size: SizeName;
  /** The size's default unless given. */
  inputSize?: InputSize;
  channels: 1 | 3;
  /** Of the sets with labels; empty when no set has any. */
  groups: ClassGroup[];
  /** Training images of all sets. */
  count: number;
}

/** Share of the patches that the encoder does not see: the best of those that Xiao et al. 2023 tried on chest X-rays. */
const erasedShare = 0.4;
/** Patches along a side. */
const patchesAcross = 8;
/** Between drawing sets evenly and by their sizes; a start, not a finding. */
const samplingExponent = 0.5;

/** Several sets at once: the decoder restores erased patches of every image, and each set with labels has its class head. */
export function pretrainingConfig({ groups, ...choice }: PretrainingChoice): TrainingConfig {
  const config = defaultTrainingConfig({ ...choice, classes: groupedClasses(groups) });
  const isLabelled = groups.length > 0;
  return trainingConfig.parse({
    ...config,
    model: { ...config.model, ...(isLabelled ? { classGroups: groups } : {}) },
    objective: config.objective.filter(({ kind }) => isLabelled || kind !== "classification"),
    erasing: { kind: "patches", ratio: erasedShare, patchSize: config.model.inputSize / patchesAcross },
    setSampling: { exponent: samplingExponent },
  });
}
