import { classGroupsOf, hashOfData, pretrainingConfig } from "@diaphane/model";
import { type Command, InvalidArgumentError } from "commander";
import type { RunStart } from "../bundle/bundle-folder.ts";
import { addImageFileOption, type ImageFileOptions } from "../data/open-image-file.ts";
import { namedSets, type PretrainingSet, pretrainingMaterial } from "../data/pretraining-material.ts";
import { type ReadImages, readImages } from "../data/read-images.ts";
import { refuseRelated } from "../data/refuse-related.ts";
import {
  addRunOptions,
  checkFolder,
  type Material,
  type RunOptions,
  readResumedRun,
  runTraining,
} from "./run-training.ts";
import { addTrainingOptions, type TrainingOptions, withOptions } from "./training-options.ts";

interface PretrainOptions extends TrainingOptions, RunOptions, ImageFileOptions {
  sampling?: number;
  allowOverlap?: boolean;
  unrelatedSubjects?: boolean;
}

const examples = `
Each FILE is an .npz in the layout of MedMNIST or any other format of docs/formats.md, with labels or without. One encoder and decoder learn all of them: the decoder restores
the erased parts of every image, and each file with labels has a class head of its own. Images are fitted to one size; gray ones are
repeated to colour as soon as one file is in colour. No file may hold what another one is tested on.

Examples:
  $ npx diaphane pretrain retinamnist.npz pneumoniamnist.npz --size small --out runs/shared
  $ npx diaphane train dermamnist.npz --from runs/shared --tune partial --out runs/derma`;

/** `diaphane pretrain`: several image files in, one model to start others from out. */
export function addPretrain(program: Command): void {
  const command = program
    .command("pretrain")
    .summary("train one model on several files, to start others from")
    .description("Trains a β-VAE with a class head for each of several files, and measures it on each.")
    .argument("<files...>", "images, with labels or without: .npz, .zip or folders");
  addImageFileOption(addRunOptions(addTrainingOptions(command)))
    .option(
      "--sampling <x>",
      "files are drawn from in proportion to their number of images to the power of x (0.5)",
      parseExponent,
    )
    .option("--allow-overlap", "score on images and subjects that were learned from; model.json says so")
    .option("--unrelated-subjects", "equal subject ids in different files are of different persons")
    .addHelpText("after", examples)
    .action(pretrainOn);
}

async function pretrainOn(files: string[], options: PretrainOptions, command: Command): Promise<void> {
  await checkFolder(options, command);
  const { allowOverlap = false, unrelatedSubjects = false } = options;
  const sets: PretrainingSet[] = [];
  const sources: Pick<ReadImages, "meta" | "origin">[] = [];
  for (const file of files) {
    const { data, name, ...source } = await readImages(file, options);
    sets.push({ name, data, dataHash: await hashOfData(data.train) });
    sources.push(source);
  }
  const names = sets.map(({ name }) => name);
  for (const source of allowOverlap ? [] : sources) refuseRelated(source, names);
  const groups = classGroupsOf(namedSets(sets, "train"));
  const channels = sets.some(({ data }) => data.train.channels === 3) ? 3 : 1;
  const start = options.resume ? await readResumedRun(options, command) : startOf(sets, { groups, channels }, options);
  const { trainedOn, ...learned } = await pretrainingMaterial(sets, start.config.model, {
    allowOverlap,
    unrelatedSubjects,
  });
  const material: Material = { ...learned, provenance: { trainedOn }, allowOverlap, notes: notesOn(sets, channels) };
  await runTraining(start, material, options);
}

function startOf(
  sets: readonly PretrainingSet[],
  { groups, channels }: { groups: ReturnType<typeof classGroupsOf>; channels: 1 | 3 },
  options: PretrainOptions,
): RunStart {
  const { size, inputSize, sampling, seed } = options;
  const count = sets.reduce((sum, { data }) => sum + data.train.count, 0);
  const config = pretrainingConfig({ size, channels, groups, count, ...(inputSize ? { inputSize } : {}) });
  const chosen = sampling === undefined ? config : { ...config, setSampling: { exponent: sampling } };
  return { config: withOptions(chosen, options), seed };
}

function notesOn(sets: readonly PretrainingSet[], channels: 1 | 3): string[] {
  return sets.map(({ name, data: { train } }) => {
    const isRepeated = train.channels < channels ? ", gray repeated to colour" : "";
    const isLabelled = train.labels.some((label) => label >= 0) && train.classes.length > 1;
    return `  ${name}: ${train.count} images to learn, ${isLabelled ? `${train.classes.length} classes` : "no labels"}${isRepeated}`;
  });
}

function parseExponent(text: string): number {
  const value = Number(text);
  if (text.trim() === "" || !(value >= 0 && value <= 1))
    throw new InvalidArgumentError("It must be a number from 0 to 1.");
  return value;
}
