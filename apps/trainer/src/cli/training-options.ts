import {
  defaultTrainingConfig,
  type SizeName,
  sizeNames,
  type TrainingConfig,
  type TrainingData,
  trainingConfig,
} from "@diaphane/model";
import { type Command, Option } from "commander";
import type { RunStart } from "../bundle/bundle-folder.ts";
import { positiveNumber, wholeNumber } from "./parse-options.ts";

/** The options of `diaphane train` that shape the run; those left out take the model's defaults. */
export interface TrainingOptions {
  size: SizeName;
  epochs?: number;
  batch?: number;
  learningRate?: number;
  latentDim?: number;
}

export function addTrainingOptions(command: Command): Command {
  return command
    .addOption(new Option("--size <name>", "size of the network").choices(sizeNames).default("nano"))
    .option("--epochs <n>", "times that training sees every image", wholeNumber(1))
    .option("--batch <n>", "images a step", wholeNumber(2))
    .option("--learning-rate <x>", "largest step size of Adam", positiveNumber)
    .option("--latent-dim <n>", "number of latent variables", wholeNumber(1));
}

/** @throws ZodError when a value is out of the model's range */
export function toTrainingConfig({ train }: TrainingData, options: TrainingOptions): TrainingConfig {
  const { classes, count } = train;
  const channels = train.channels === 3 ? 3 : 1;
  const config = defaultTrainingConfig({ size: options.size, channels, classes, count });
  return trainingConfig.parse({
    ...config,
    model: { ...config.model, latentDim: options.latentDim ?? config.model.latentDim },
    epochs: options.epochs ?? config.epochs,
    batchSize: options.batch ?? config.batchSize,
    learningRate: options.learningRate ?? config.learningRate,
  });
}

/** The options given on the command line that ask for another run than the one that was started, by their names. */
export function optionsThatChange({ config, seed }: RunStart, command: Command): string[] {
  const started: Record<string, unknown> = {
    ...{ seed, size: config.model.size, latentDim: config.model.latentDim },
    ...{ epochs: config.epochs, batch: config.batchSize, learningRate: config.learningRate },
  };
  const isChanged = (name: string) =>
    name in started && command.getOptionValueSource(name) === "cli" && command.getOptionValue(name) !== started[name];
  return command.options
    .filter((option) => isChanged(option.attributeName()))
    .map(({ flags }) => flags.split(" ")[0] ?? "");
}
