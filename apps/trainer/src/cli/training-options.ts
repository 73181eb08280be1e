import { readFileSync } from "node:fs";
import {
  type ConsistencyMethod,
  consistencyMethods,
  defaultErasing,
  defaultTrainingConfig,
  type Erasing,
  type InputSize,
  inputSizes,
  keepLabels,
  type LabelAmount,
  labelledOnly,
  type ObjectiveTerm,
  objectiveTerm,
  type SizeName,
  semiSupervised,
  sizeNames,
  type TrainingConfig,
  type TrainingData,
  trainingConfig,
  withLabelledRows,
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
  labels?: LabelAmount;
  labelledOnly?: boolean;
  semi?: ConsistencyMethod | "none";
  patience?: number;
  erasing?: Erasing["kind"];
}

const erasingKinds = ["none", "rectangle", "patches"] as const satisfies Erasing["kind"][];

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
    )
    .option(
      "--labels <n>",
      "keep that many of the training labels, as many of each class, or a share (5%), the same of each: for experiments",
      parseLabels,
    )
    .addOption(
      new Option("--erasing <kind>", "what the encoder does not get to see; the decoder restores it").choices(
        erasingKinds,
      ),
    )
    .option("--labelled-only", "train on the images that have a label alone")
    .addOption(
      new Option(
        "--semi <method>",
        "how images without a label teach beside being restored; left out, by MixMatch where fewer than half have one",
      ).choices(["none", ...consistencyMethods]),
    )
    .option(
      "--patience <n>",
      "stop after so many epochs without a better validation, and keep the best",
      wholeNumber(1),
    );
}

/** The training images as the run sees them: with the labels that are kept. @throws InvalidImageSet when there are fewer */
export function withLabelsKept(
  data: TrainingData,
  { labels, labelledOnly: isLabelledOnly, seed }: KeptLabels,
): TrainingData {
  const kept = labels === undefined ? data.train : keepLabels(data.train, labels, seed);
  return { ...data, train: isLabelledOnly ? labelledOnly(kept) : kept };
}

type KeptLabels = Pick<RunStart, "labels" | "labelledOnly" | "seed">;

/** @throws ZodError when a value is out of the model's range */
export function toTrainingConfig({ train }: TrainingData, options: TrainingOptions): TrainingConfig {
  const { classes, count, segmentation, detection } = train;
  const targets = { maskClasses: segmentation?.classes ?? [], boxClasses: detection?.classes ?? [] };
  const channels = train.channels === 3 ? 3 : 1;
  const { size, inputSize } = options;
  const labelled = train.labels.reduce((sum, label) => (label < 0 ? sum : sum + 1), 0);
  const config = defaultTrainingConfig({
    ...{ size, channels, classes, ...targets, count, labelled },
    ...(inputSize ? { inputSize } : {}),
  });
  return withOptions(config, options);
}

/** @throws ZodError when a value is out of the model's range */
export function withOptions(config: TrainingConfig, options: TrainingOptions): TrainingConfig {
  const { patience, semi } = options;
  const chosen: TrainingConfig = {
    ...config,
    model: { ...config.model, latentDim: options.latentDim ?? config.model.latentDim },
    epochs: options.epochs ?? config.epochs,
    batchSize: options.batch ?? config.batchSize,
    learningRate: options.learningRate ?? config.learningRate,
    objective: options.objective ?? config.objective,
    erasing: options.erasing ? defaultErasing(options.erasing, config.model.inputSize) : config.erasing,
    ...(patience === undefined ? {} : { patienceEpochs: patience }),
  };
  return trainingConfig.parse(semi === undefined ? withLabelledRows(chosen) : semiSupervised(chosen, semi));
}

/** The options given on the command line that ask for another run than the one that was started, by their names. */
export function optionsThatChange({ config, seed, from, labels, labelledOnly }: RunStart, command: Command): string[] {
  const started: Record<string, unknown> = {
    ...{ seed, size: config.model.size, inputSize: config.model.inputSize, latentDim: config.model.latentDim },
    ...{ epochs: config.epochs, batch: config.batchSize, learningRate: config.learningRate },
    ...{ objective: config.objective, patience: config.patienceEpochs, labels, labelledOnly },
    ...{ sampling: config.setSampling?.exponent, from },
    ...{ tune: config.transfer?.tune, loadedRate: config.transfer?.loadedRate },
    erasing: config.erasing.kind,
    semi: config.objective.find((term) => term.kind === "consistency")?.method ?? "none",
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

function parseLabels(text: string): LabelAmount {
  const [, number, percent] = /^(\d+(?:\.\d+)?)(%?)$/.exec(text) ?? [];
  const value = Number(number);
  if (percent === "%" && value > 0 && value <= 100) return { share: value / 100 };
  if (percent === "" && value >= 1 && Number.isInteger(value)) return { count: value };
  throw new InvalidArgumentError("It is a number of labels, such as 12, or a percentage, such as 5%.");
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
