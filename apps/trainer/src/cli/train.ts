import { type Bundle, hashOfData, type TrainingData } from "@diaphane/model";
import type { Command } from "commander";
import { type RunStart, readBundleFolder } from "../bundle/bundle-folder.ts";
import { addImageFileOption, type ImageFileOptions } from "../data/open-image-file.ts";
import { readImages } from "../data/read-images.ts";
import { refuseRelated } from "../data/refuse-related.ts";
import { addRunOptions, checkFolder, type RunOptions, readResumedRun, runTraining } from "./run-training.ts";
import { addTrainingOptions, type TrainingOptions, toTrainingConfig, withLabelsKept } from "./training-options.ts";
import { addTransferOptions, notesOnParent, type TransferOptions, toTransferConfig } from "./transfer-options.ts";

type TrainOptions = TrainingOptions & RunOptions & TransferOptions & ImageFileOptions;

const examples = `
FILE is an .npz in the layout of MedMNIST: {train,val,test}_images with _labels, _masks or _boxes, or any other format of
docs/formats.md: a folder or zip of images with a table, for one. The model gets
a head for each kind that is there: classes, segmentation, detection.
DIR gets model.json, weights.safetensors, seen.bin and metrics.json when training ends, and a checkpoint after every epoch till then.

Examples:
  $ npx diaphane train pneumoniamnist.npz --out runs/pneumonia
  $ npx diaphane train dermamnist.npz --size small --seed 7 --epochs 20 --out runs/derma-7
  $ npx diaphane train retinamnist.npz --size base --input-size 32 --out runs/retina
  $ npx diaphane train pneumoniamnist.npz --labels 12 --semi fixmatch --out runs/twelve   # how good with few labels?
  $ npx diaphane train dermamnist.npz --from runs/shared --tune partial --out runs/derma   # see: npx diaphane pretrain --help
  $ npx diaphane train dermamnist.npz --out runs/derma-7 --resume      # go on after Ctrl-C
  $ npx diaphane train pneumoniamnist.npz --out runs/p --json 2>log | jq .test.auc.value`;

/** `diaphane train`: an image file in, a model folder out. Needs neither the web application nor a database. */
export function addTrain(program: Command): void {
  const command = program
    .command("train")
    .summary("train a model on a file of images")
    .description(
      "Trains a β-VAE with a head for each of labels, masks and boxes, and measures it on the file's test images.",
    )
    .argument("<file>", "images with labels, masks or boxes: .npz, .zip or a folder");
  addImageFileOption(addTransferOptions(addRunOptions(addTrainingOptions(command))))
    .addHelpText("after", examples)
    .action(trainFile);
}

async function trainFile(file: string, options: TrainOptions, command: Command): Promise<void> {
  await checkFolder(options, command);
  const { data: whole, name, ...source } = await readImages(file, options);
  const resumed = options.resume ? await readResumedRun(options, command) : undefined;
  const from = resumed ? resumed.from : options.from;
  const parent = from === undefined ? undefined : await readBundleFolder(from);
  const start = resumed ?? startOf(whole, parent, options, command);
  const data = withLabelsKept(whole, start);
  const { train } = data;
  const own = { name, dataHash: await hashOfData(train), images: train.count };
  const { allowOverlap = false, unrelatedSubjects = false } = options;
  if (!allowOverlap) refuseRelated(source, parent?.manifest.provenance.trainedOn?.map((one) => one.name) ?? []);
  const material = {
    ...{ data, allowOverlap, unrelatedSubjects, provenance: { dataHash: own.dataHash, trainedOn: [own] } },
    ...(parent ? { parent } : {}),
    notes: parent ? notesOnParent(parent, data, own) : [],
  };
  await runTraining(start, material, options);
}

function startOf(whole: TrainingData, parent: Bundle | undefined, options: TrainOptions, command: Command): RunStart {
  const { labels, labelledOnly, seed, from } = options;
  const kept = { seed, ...(labels ? { labels } : {}), ...(labelledOnly ? { labelledOnly } : {}) };
  const data = withLabelsKept(whole, kept);
  if (parent) return { ...kept, config: toTransferConfig(data, parent, options, command), from };
  for (const [name, option] of [["tune", "--tune"] as const, ["loadedRate", "--loaded-rate"] as const]) {
    if (command.getOptionValueSource(name) === "cli") command.error(`${option} needs --from, the model to start from`);
  }
  return { ...kept, config: toTrainingConfig(data, options) };
}
