import path from "node:path";
import {
  type Bundle,
  type TrainedOn,
  type TrainingConfig,
  type TrainingData,
  type Tuning,
  transferringConfig,
  tunings,
} from "@diaphane/model";
import { type Command, InvalidArgumentError, Option } from "commander";
import { type TrainingOptions, withOptions } from "./training-options.ts";

/** The options of `diaphane train` that make it start from another model. */
export interface TransferOptions {
  from?: string;
  tune: Tuning;
  loadedRate?: number;
  allowOverlap?: boolean;
  unrelatedSubjects?: boolean;
}

export function addTransferOptions(command: Command): Command {
  return command
    .addOption(
      new Option("--from <dir>", "start from the weights of this model, with a new class head").argParser(
        (folder: string) => path.resolve(folder),
      ),
    )
    .addOption(
      new Option("--tune <what>", "with --from: what goes on learning (head; the last stage, latents and decoder; all)")
        .choices(tunings)
        .default("full"),
    )
    .option("--loaded-rate <x>", "with --from: share of the learning rate for what was loaded (1)", parseShare)
    .option("--allow-overlap", "score on images and subjects that were learned from; model.json says so")
    .option("--unrelated-subjects", "with --from: equal subject ids in FILE and before are of different persons");
}

/** Options that the model to start from has decided already. */
const decided = ["size", "inputSize", "latentDim"];

/** @throws TransferRefused; ends as wrong use for options that the other model has decided */
export function toTransferConfig(
  { train }: TrainingData,
  parent: Bundle,
  options: TrainingOptions & TransferOptions,
  command: Command,
): TrainingConfig {
  const given = command.options.filter(
    (option) =>
      decided.includes(option.attributeName()) && command.getOptionValueSource(option.attributeName()) === "cli",
  );
  if (given.length > 0) {
    const names = given.map(({ flags }) => flags.split(" ")[0]).join(", ");
    command.error(`the model given by --from decides the network, so leave out: ${names}`);
  }
  const { classes, count, segmentation, detection } = train;
  const targets = { maskClasses: segmentation?.classes ?? [], boxClasses: detection?.classes ?? [] };
  const { tune, loadedRate } = options;
  const choice = { classes, ...targets, count, tune, ...(loadedRate === undefined ? {} : { loadedRate }) };
  const config = transferringConfig(parent.manifest, { ...choice, channels: train.channels === 3 ? 3 : 1 });
  return withOptions(config, { ...options, latentDim: config.model.latentDim });
}

/** What a person should know of the model that they start from. */
export function notesOnParent(parent: Bundle, data: TrainingData, own: TrainedOn): string[] {
  const { model, provenance } = parent.manifest;
  const notes: string[] = [];
  if (model.channels > data.train.channels) notes.push("  Gray images are repeated to colour, which the model reads.");
  const again = provenance.trainedOn?.find(({ name, dataHash }) => dataHash === own.dataHash || name === own.name);
  if (again) {
    notes.push(
      `  The model has learned from ${again.name} before: what it gains is not what another set brings. Images in validation and test are compared.`,
    );
  }
  return notes;
}

function parseShare(text: string): number {
  const value = Number(text);
  if (text.trim() === "" || !(value > 0 && value <= 1)) {
    throw new InvalidArgumentError("It must be a number above 0, and 1 at most.");
  }
  return value;
}
