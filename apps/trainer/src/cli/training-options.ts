import { readFileSync } from "node:fs";
import {
  defaultTrainingConfig,
  type InputSize,
  inputSizes,
  type ObjectiveTerm,
  objectiveTerm,
  type SizeName,
  sizeNames,
  type TrainingConfig,
  type TrainingData,
  trainingConfig,
} from "@diaphane/model";
import { type Command, InvalidArgumentError, Option } from "commander";
import { z } from "zod";
import type { RunStart } from "../bundle/bundle-folder.ts";
import { positiveNumber, wholeNumber } from "./parse-options.ts";

/** The options of `diaphane train` that shape the run; those left out take the model's defaults. */
export interface TrainingOptions {
  size: SizeName;
  inputSize?: InputSize;
  epochs?: number;
  batch?: number;
  learningRate?: number;
  latentDim?: number;
  objective?: ObjectiveTerm[];
}

export function addTrainingOptions(command: Command): Command {
  return command
    .addOption(new Option("--size <name>", "size of the network").choices(sizeNames).default("nano"))
    .option("--input-size <px>", "side of the images that the network reads; left out, the size's own", parseInputSize)
    .option("--epochs <n>", "times that training sees every image", wholeNumber(1))
    .option("--batch <n>", "images a step", wholeNumber(2))
    .option("--learning-rate <x>", "largest step size of Adam", positiveNumber)
    .option("--latent-dim <n>", "number of latent variables", wholeNumber(1))
    .option(
      "--objective <file>",
      "terms of the objective as JSON, such as the ones that model.json keeps",
      parseObjective,
    );
}

/** @throws ZodError when a value is out of the model's range */
export function toTrainingConfig({ train }: TrainingData, options: TrainingOptions): TrainingConfig {
  const { classes, count, segmentation, detection } = train;
  const targets = { maskClasses: segmentation?.classes ?? [], boxClasses: detection?.classes ?? [] };
  const channels = train.channels === 3 ? 3 : 1;
  const { size, inputSize } = options;
  const config = defaultTrainingConfig({
    ...{ size, channels, classes, ...targets, count },
    ...(inputSize ? { inputSize } : {}),
  });
  return trainingConfig.parse({
    ...config,
    model: { ...config.model, latentDim: options.latentDim ?? config.model.latentDim },
    epochs: options.epochs ?? config.epochs,
    batchSize: options.batch ?? config.batchSize,
    learningRate: options.learningRate ?? config.learningRate,
    objective: options.objective ?? config.objective,
  });
}

/** The options given on the command line that ask for another run than the one that was started, by their names. */
export function optionsThatChange({ config, seed }: RunStart, command: Command): string[] {
  const started: Record<string, unknown> = {
    ...{ seed, size: config.model.size, inputSize: config.model.inputSize, latentDim: config.model.latentDim },
    ...{ epochs: config.epochs, batch: config.batchSize, learningRate: config.learningRate },
    objective: config.objective,
  };
  const isChanged = (name: string) =>
    name in started &&
    command.getOptionValueSource(name) === "cli" &&
    JSON.stringify(command.getOptionValue(name)) !== JSON.stringify(started[name]);
  return command.options
    .filter((option) => isChanged(option.attributeName()))
    .map(({ flags }) => flags.split(" ")[0] ?? "");
}

function parseInputSize(text: string): InputSize {
  const found = inputSizes.find((size) => `${size}` === text);
  if (found === undefined) throw new InvalidArgumentError(`It is one of ${inputSizes.join(", ")}.`);
  return found;
}

/** The terms in a file. */
function parseObjective(file: string): ObjectiveTerm[] {
  try {
    return z.array(objectiveTerm).parse(JSON.parse(readFileSync(file, "utf8")));
  } catch (error) {
    const why = error instanceof z.ZodError ? z.prettifyError(error) : String(error);
    throw new InvalidArgumentError(`It is to be a JSON file with a list of terms.\n${why}`);
  }
}
