import type { ModelConfig } from "../network/model-config.ts";
import { defaultTrainingConfig, type TrainingConfig, trainingConfig } from "../training/training-config.ts";
import type { Tuning } from "./transfer-config.ts";
import { TransferRefused } from "./transfer-errors.ts";
import { transferredModelConfig } from "./transferred-model-config.ts";

export interface TransferChoice {
  /** In the order of the label numbers. */
  classes: readonly string[];
  maskClasses?: readonly string[];
  boxClasses?: readonly string[];
  /** Of the images to learn; gray ones are repeated for a network of colour ones. */
  channels: 1 | 3;
  /** Number of training images. */
  count: number;
  tune: Tuning;
  /** 1 unless given. */
  loadedRate?: number;
}

/**
 * Defaults for training that starts from another model: its network, with heads for these classes.
 * @throws TransferRefused for colour images and a network of gray ones
 */
export function transferringConfig(
  parent: { model: ModelConfig; weights: { sha256: string } },
  { classes, maskClasses = [], boxClasses = [], channels, count, tune, loadedRate = 1 }: TransferChoice,
): TrainingConfig {
  const { size, inputSize, channels: known } = parent.model;
  if (known < channels) {
    throw new TransferRefused(
      "The pre-trained model reads gray images, these are in colour, which would be lost. Choose a model that was pre-trained on a set in colour, or train from nothing.",
    );
  }
  const heads = { classes: [...classes], maskClasses: [...maskClasses], boxClasses: [...boxClasses] };
  const config = defaultTrainingConfig({ size, inputSize, channels: known, ...heads, count });
  return trainingConfig.parse({
    ...config,
    model: transferredModelConfig(parent.model, config.model),
    objective: config.objective.map(withoutRamp),
    transfer: { tune, loadedRate, from: parent.weights.sha256 },
  });
}

/** A capacity that rose from 0 again would begin by pressing out of the latents what they were pre-trained to tell. */
function withoutRamp(term: TrainingConfig["objective"][number]): TrainingConfig["objective"][number] {
  return term.kind === "capacity" ? { ...term, rampShare: 0 } : term;
}
