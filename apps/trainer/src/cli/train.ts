import { readMedMnist } from "@diaphane/data";
import { type Bundle, type TrainingData, type TrainingEvent, train } from "@diaphane/model";
import { type Command, Option } from "commander";
import {
  findEarlierTraining,
  type RunStart,
  readCheckpoint,
  readRun,
  removeEarlierTraining,
  writeBundleFolder,
  writeCheckpoint,
  writeRun,
} from "../bundle/bundle-folder.ts";
import { codeVersion } from "../code-version.ts";
import { gatherTrainingData } from "../data/gather-training-data.ts";
import type { Engine } from "../engine/engine.ts";
import { openEngine } from "../engine/open-engine.ts";
import { printEvaluation, reportEvaluation } from "./evaluation-report.ts";
import { abortOnInterrupt } from "./interrupt.ts";
import { wholeNumber } from "./parse-options.ts";
import { addTrainingOptions, optionsThatChange, type TrainingOptions, toTrainingConfig } from "./training-options.ts";
import { createTrainingReporter, type TrainingReporter } from "./training-reporter.ts";

interface TrainOptions extends TrainingOptions {
  out: string;
  seed: number;
  resume?: boolean;
  overwrite?: boolean;
  json?: boolean;
}

const examples = `
FILE is an .npz in the layout of MedMNIST: {train,val,test}_images with _labels, _masks or _boxes (docs/formats.md). The model gets
a head for each kind that is there: classes, segmentation, detection.
DIR gets model.json, weights.safetensors and metrics.json when training ends, and a checkpoint after every epoch till then.

Examples:
  $ npx diaphane train pneumoniamnist.npz --out runs/pneumonia
  $ npx diaphane train dermamnist.npz --size small --seed 7 --epochs 20 --out runs/derma-7
  $ npx diaphane train retinamnist.npz --size base --input-size 32 --out runs/retina
  $ npx diaphane train dermamnist.npz --out runs/derma-7 --resume      # go on after Ctrl-C
  $ npx diaphane train pneumoniamnist.npz --out runs/p --json 2>log | jq .test.auc.value`;

/** `diaphane train`: an image file in, a model folder out. Needs neither the web application nor a database. */
export function addTrain(program: Command): void {
  const command = program
    .command("train")
    .summary("train a model on an .npz file")
    .description(
      "Trains a β-VAE with a head for each of labels, masks and boxes, and measures it on the file's test images.",
    )
    .argument("<file>", "images with labels, masks or boxes (.npz)")
    .requiredOption("--out <dir>", "folder for the model")
    .option("--seed <n>", "seed of everything random: the same seed gives the same model", wholeNumber(0), 1);
  addTrainingOptions(command)
    .option("--resume", "go on from the checkpoint in DIR, with the options it was started with")
    .addOption(new Option("--overwrite", "replace the model or checkpoint that DIR holds").conflicts("resume"))
    .option("--json", "print one JSON object on the last line of stdout; everything else goes to stderr")
    .addHelpText("after", examples)
    .action(trainFile);
}

async function trainFile(file: string, options: TrainOptions, command: Command): Promise<void> {
  await checkFolder(options, command);
  const data = await readTrainingData(file);
  const checkpoint = options.resume ? await readCheckpoint(options.out) : undefined;
  const { config, seed } = options.resume
    ? await readResumedRun(options, command)
    : { config: toTrainingConfig(data, options), seed: options.seed };
  const engine = await openEngine();
  const reporter = createTrainingReporter(options.json || !process.stdout.isTTY ? process.stderr : process.stdout);
  reporter.say(
    `Engine: ${engine.name} (${engine.version}), ${engine.threads} threads${engine.reasons.map((reason) => `\n  ${reason}`).join("")}`,
  );
  if (engine.name === "wasm") reporter.say("  Training on wasm is slow.");
  if (options.overwrite) await removeEarlierTraining(options.out);
  await writeRun(options.out, { config, seed });
  const interrupt = abortOnInterrupt(() =>
    reporter.say("Stopping after this step; press Ctrl-C again to stop at once …"),
  );
  const speeds: number[] = [];
  const onEvent = async (event: TrainingEvent) => {
    reporter.onEvent(event);
    if (event.kind === "step") speeds.push(event.imagesPerSecond);
    if (event.kind === "checkpoint") await writeCheckpoint(options.out, event.bytes);
  };
  const start = performance.now();
  try {
    const provenance = { codeVersion: await codeVersion() };
    const resumed = checkpoint ? { checkpoint } : {};
    const bundle = await train({ config, data, seed, ...resumed, provenance, signal: interrupt.signal, onEvent });
    reporter.stop();
    const result = summarize(bundle, engine, (performance.now() - start) / 1000, speeds);
    await writeBundleFolder(options.out, bundle, result);
    finish(result, options, reporter);
  } finally {
    reporter.stop();
    interrupt.stop();
  }
}

/** Hours of training are not lost to a forgotten option: ends as wrong use when DIR holds an earlier training. */
async function checkFolder({ out, resume, overwrite }: TrainOptions, command: Command): Promise<void> {
  const earlier = resume || overwrite ? undefined : await findEarlierTraining(out);
  if (earlier === "model") command.error(`${out} holds a model: choose another folder, or add --overwrite`);
  if (earlier === "checkpoint") {
    command.error(`${out} holds a training that was stopped: add --resume to go on, or --overwrite to begin anew`);
  }
}

/** What the run was started with; ends as wrong use when an option asks for something else. */
async function readResumedRun(options: TrainOptions, command: Command): Promise<RunStart> {
  const run = await readRun(options.out);
  const changed = optionsThatChange(run, command);
  if (changed.length === 0) return run;
  command.error(`--resume goes on with what training was started with, so leave out: ${changed.join(", ")}`);
}

async function readTrainingData(file: string): Promise<TrainingData> {
  const source = await readMedMnist(file);
  try {
    return await gatherTrainingData(source);
  } finally {
    await source.close();
  }
}

type Result = ReturnType<typeof summarize>;

function summarize({ manifest }: Bundle, engine: Engine, seconds: number, speeds: number[]) {
  const { validation, test } = manifest.metrics;
  return {
    engine: engine.name,
    engineVersion: engine.version,
    size: manifest.model.size,
    seed: manifest.provenance.seed,
    epochs: manifest.training.epochs,
    parameters: manifest.parameterCount,
    seconds: Math.round(seconds * 10) / 10,
    imagesPerSecond: Math.round(median(speeds)),
    ...(validation ? { validation: reportEvaluation(validation) } : {}),
    ...(test ? { test: reportEvaluation(test) } : {}),
  };
}

function finish(result: Result, { out, json }: TrainOptions, reporter: TrainingReporter): void {
  const shown = result.test ?? result.validation;
  if (shown) reporter.say(printEvaluation(shown, result.test ? "Test" : "Validation"));
  reporter.say(
    `${result.seconds} s, ${result.imagesPerSecond} images/s. The model is in ${out}; look at it: npx diaphane explore ${out}`,
  );
  if (json) console.log(JSON.stringify(result));
}

function median(values: number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}
