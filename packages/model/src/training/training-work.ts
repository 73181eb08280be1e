import { architectureOf } from "../network/architecture.ts";
import { trainingCostOf } from "../network/estimate-model.ts";
import type { Layer } from "../network/layer.ts";
import { isFrozen } from "../transfer/learning-rates.ts";
import type { TrainingConfig } from "./training-config.ts";

/** Images of each split. */
export interface SplitSizes {
  train: number;
  validation: number;
  test: number;
}

/** Share of a step that goes forward: training heads alone on frozen layers takes half as long, as was measured. */
const forward = 1 / 2;

/**
 * How long a training takes, counted in images that go through a plain step of its network: frozen layers only go forward, images
 * without a label are looked at by a teacher and once more by the student, every epoch is checked on validation data, and all images are
 * looked at in the end.
 */
export function trainingWork(config: TrainingConfig, { train, validation, test }: SplitSizes): number {
  const { layers, ...architecture } = architectureOf(config.model);
  const costOf = (chosen: readonly Layer[]): number => chosen.reduce((sum, layer) => sum + trainingCostOf(layer), 0);
  const learning = layers.filter(({ name }) => !isFrozen({ ...architecture, layers }, config.transfer, name));
  const encoder = layers.filter(({ name }) => name.startsWith("encoder."));
  const isTaught = config.objective.some(({ kind }) => kind === "consistency");
  const whole = costOf(layers);
  const step = forward * whole + (1 - forward) * costOf(learning) + (isTaught ? (1 + forward) * costOf(encoder) : 0);
  // Rows for labelled images come on top: an epoch is over when all images have had one of the others.
  const seen = train / (1 - (config.labelledShare ?? 0));
  const checked = config.epochs * validation + train + validation + test;
  return (config.epochs * seen * step) / whole + forward * checked;
}
