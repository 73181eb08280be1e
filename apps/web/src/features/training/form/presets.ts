import { forFewLabels, type InputSize, inputSizesOf, type SizeName, type TrainingConfig } from "@diaphane/model/config";
import { configOf } from "./config-of.ts";
import { epochsOf } from "./effort.ts";
import { defaultConfigFor, type NetworkChoice } from "./form-values.ts";
import { fittingParents, type ParentOption } from "./parent-option.ts";
import { settingsOf } from "./settings-of.ts";
import type { DatasetOption } from "./training-options.ts";
import type { TrainingSettings } from "./training-settings.ts";

export const presetNames = ["fast", "balanced", "best", "fewLabels", "pretrained"] as const;
export type PresetName = (typeof presetNames)[number];

/** A way to train, whole: what the form says when it is chosen. */
export interface Preset {
  network: NetworkChoice;
  settings: TrainingSettings;
  config: TrainingConfig;
}

/** Past this side a network on an ordinary machine is trained over night. */
const largestSide = 128;

/** What the preset means for these images; null where they or the group's models don't allow it. */
export function presetOf(
  name: PresetName,
  dataset: DatasetOption,
  parents: readonly ParentOption[],
  seed: number,
): Preset | null {
  switch (name) {
    case "fast":
      return presetFrom(dataset, { size: "nano" }, seed, (config) => ({
        ...config,
        epochs: epochsOf("quick", config.epochs),
      }));
    case "balanced":
      return presetFrom(dataset, balancedNetwork(dataset), seed);
    case "best":
      return presetFrom(dataset, { size: "base", inputSize: sideFor("base", dataset) }, seed, (config) => ({
        ...config,
        epochs: epochsOf("thorough", config.epochs),
        patienceEpochs: config.epochs,
      }));
    case "fewLabels":
      if (dataset.classes.length < 2) return null;
      return presetFrom(dataset, balancedNetwork(dataset), seed, (config) =>
        config.labelledShare === undefined ? forFewLabels(config) : config,
      );
    case "pretrained": {
      const parent = parentToStartFrom(parents, dataset);
      return parent ? presetFrom(dataset, { ...networkOf(parent), parent, tune: "full" }, seed) : null;
    }
  }
}

/** The network that the form opens with: that of the preset "balanced". */
export function balancedNetwork(dataset: DatasetOption): NetworkChoice {
  return { size: "small", inputSize: sideFor("small", dataset) };
}

function presetFrom(
  dataset: DatasetOption,
  network: NetworkChoice,
  seed: number,
  change: (config: TrainingConfig) => TrainingConfig = (config) => config,
): Preset {
  const base = defaultConfigFor(dataset, network);
  const settings = settingsOf(change(base), seed);
  return { network, settings, config: configOf(settings, base) };
}

/** The smallest side that loses nothing of the images, or the largest that the network reads, within reason. */
function sideFor(size: SizeName, { height, width }: DatasetOption): InputSize | undefined {
  const sides = inputSizesOf(size)
    .filter((side) => side <= largestSide)
    .toSorted((a, b) => a - b);
  return sides.find((side) => side >= Math.max(height, width)) ?? sides.at(-1);
}

function networkOf({ model }: ParentOption): { size: SizeName; inputSize: InputSize } {
  return { size: model.size, inputSize: model.inputSize };
}

/** One that was pre-trained on several sets, if there is any, was made for this. */
function parentToStartFrom(parents: readonly ParentOption[], dataset: DatasetOption): ParentOption | undefined {
  const fitting = fittingParents(parents, dataset);
  return fitting.find(({ isPretrained }) => isPretrained) ?? fitting[0];
}
