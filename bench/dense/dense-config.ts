import type { ImageSet } from "../../packages/model/src/images/image-set.ts";
import { defaultTrainingConfig, type TrainingConfig } from "../../packages/model/src/training/training-config.ts";
import type { NetworkChoice } from "./choose-network.ts";

/** The defaults for the masks or boxes of a set. @param epochs the default number where null */
export function denseConfig(train: ImageSet, choice: NetworkChoice, epochs: number | null): TrainingConfig {
  const { count, channels, segmentation, detection } = train;
  const targets = { classes: [], maskClasses: segmentation?.classes ?? [], boxClasses: detection?.classes ?? [] };
  const defaults = defaultTrainingConfig({ ...choice, channels: channels === 3 ? 3 : 1, ...targets, count });
  return { ...defaults, epochs: epochs ?? defaults.epochs };
}
