import {
  defaultTrainingConfig,
  type InputSize,
  inputSizes,
  type SizeName,
  sizeNames,
  type TrainingConfig,
  type TrainingData,
  trainingConfig,
} from "@diaphane/model";
import { type Command, InvalidArgumentError, Option } from "commander";
import { positiveNumber, wholeNumber } from "./parse-options.ts";

/** The options of `diaphane train` that shape the run; those left out take the model's defaults. */
export interface TrainingOptions {
  size: SizeName;
  inputSize?: InputSize;
  epochs?: number;
  batch?: number;
  learningRate?: number;
  latentDim?: number;
}

export function addTrainingOptions(command: Command): Command {
  return command
    .addOption(new Option("--size <name>", "size of the network").choices(sizeNames).default("nano"))
    .option("--input-size <px>", "side of the images that the network reads; left out, the size's own", parseInputSize)
    .option("--epochs <n>", "times that training sees every image", wholeNumber(1))
    .option("--batch <n>", "images a step", wholeNumber(2))
    .option("--learning-rate <x>", "largest step size of Adam", positiveNumber)
    .option("--latent-dim <n>", "number of latent variables", wholeNumber(1));
}

/** @throws ZodError when a value is out of the model's range */
export function toTrainingConfig({ train }: TrainingData, options: TrainingOptions): TrainingConfig {
  const { classes, count } = train;
  const channels = train.channels === 3 ? 3 : 1;
  const { size, inputSize } = options;
  const config = defaultTrainingConfig({ size, channels, classes, count, ...(inputSize ? { inputSize } : {}) });
  return trainingConfig.parse({
    ...config,
    model: { ...config.model, latentDim: options.latentDim ?? config.model.latentDim },
    epochs: options.epochs ?? config.epochs,
    batchSize: options.batch ?? config.batchSize,
    learningRate: options.learningRate ?? config.learningRate,
  });
}

function parseInputSize(text: string): InputSize {
  const found = inputSizes.find((size) => `${size}` === text);
  if (found === undefined) throw new InvalidArgumentError(`It is one of ${inputSizes.join(", ")}.`);
  return found;
}
