import { type Bundle, type TrainingConfig, type TrainingEvent, type TrainingRequest, train } from "@diaphane/model";
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
import type { Engine } from "../engine/engine.ts";
import { openEngine } from "../engine/open-engine.ts";
import { printEvaluation, reportEvaluation } from "./evaluation-report.ts";
import { abortOnInterrupt } from "./interrupt.ts";
import { wholeNumber } from "./parse-options.ts";
import { optionsThatChange } from "./training-options.ts";
import { createTrainingReporter, type TrainingReporter } from "./training-reporter.ts";

/** Where a training goes, and how it is told of. */
export interface RunOptions {
  out: string;
  seed: number;
  resume?: boolean;
  overwrite?: boolean;
  json?: boolean;
}

export function addRunOptions(command: Command): Command {
  return command
    .requiredOption("--out <dir>", "folder for the model")
    .option("--seed <n>", "seed of everything random: the same seed gives the same model", wholeNumber(0), 1)
    .option("--resume", "go on from the checkpoint in DIR, with the options it was started with")
    .addOption(new Option("--overwrite", "replace the model or checkpoint that DIR holds").conflicts("resume"))
    .option("--json", "print one JSON object on the last line of stdout; everything else goes to stderr");
}

/** What a training learns from, and what there is to say of it before it starts. */
export type Material = Omit<TrainingRequest, "config" | "seed" | "checkpoint" | "signal" | "onEvent"> & {
  notes: string[];
};

/** Trains into a folder, from its checkpoint with `--resume`, and prints the figures. */
export async function runTraining(
  start: RunStart,
  { notes, provenance, ...material }: Material,
  options: RunOptions,
): Promise<void> {
  const { config, seed } = start;
  const checkpoint = options.resume ? await readCheckpoint(options.out) : undefined;
  const engine = await openEngine();
  const reporter = createTrainingReporter(options.json || !process.stdout.isTTY ? process.stderr : process.stdout);
  reporter.say(
    `Engine: ${engine.name} (${engine.version}), ${engine.threads} threads${engine.reasons.map((reason) => `\n  ${reason}`).join("")}`,
  );
  if (engine.name === "wasm") reporter.say("  Training on wasm is slow.");
  for (const note of notes) reporter.say(note);
  if (options.overwrite) await removeEarlierTraining(options.out);
  await writeRun(options.out, start);
  const interrupt = abortOnInterrupt(() =>
    reporter.say("Stopping after this step; press Ctrl-C again to stop at once …"),
  );
  const speeds: number[] = [];
  const onEvent = async (event: TrainingEvent) => {
    reporter.onEvent(event);
    if (event.kind === "step") speeds.push(event.imagesPerSecond);
    if (event.kind === "checkpoint") await writeCheckpoint(options.out, event.bytes);
  };
  const startMs = performance.now();
  try {
    const request = { ...material, provenance: { ...provenance, codeVersion: await codeVersion() } };
    const resumed = checkpoint ? { checkpoint } : {};
    const bundle = await train({ ...request, config, seed, ...resumed, signal: interrupt.signal, onEvent });
    reporter.stop();
    const result = summarize(bundle, engine, (performance.now() - startMs) / 1000, speeds);
    await writeBundleFolder(options.out, bundle, result);
    finish(result, config, options, reporter);
  } finally {
    reporter.stop();
    interrupt.stop();
  }
}

/** Hours of training are not lost to a forgotten option: ends as wrong use when DIR holds an earlier training. */
export async function checkFolder({ out, resume, overwrite }: RunOptions, command: Command): Promise<void> {
  const earlier = resume || overwrite ? undefined : await findEarlierTraining(out);
  if (earlier === "model") command.error(`${out} holds a model: choose another folder, or add --overwrite`);
  if (earlier === "checkpoint") {
    command.error(`${out} holds a training that was stopped: add --resume to go on, or --overwrite to begin anew`);
  }
}

/** What the run was started with; ends as wrong use when an option asks for something else. */
export async function readResumedRun(options: RunOptions, command: Command): Promise<RunStart> {
  const run = await readRun(options.out);
  const changed = optionsThatChange(run, command);
  if (changed.length === 0) return run;
  command.error(`--resume goes on with what training was started with, so leave out: ${changed.join(", ")}`);
}

type Result = ReturnType<typeof summarize>;

function summarize({ manifest }: Bundle, engine: Engine, seconds: number, speeds: number[]) {
  const { validation, test, sets } = manifest.metrics;
  const report = (set: Pick<Bundle["manifest"]["metrics"], "validation" | "test">) => ({
    ...(set.validation ? { validation: reportEvaluation(set.validation) } : {}),
    ...(set.test ? { test: reportEvaluation(set.test) } : {}),
  });
  return {
    engine: engine.name,
    engineVersion: engine.version,
    size: manifest.model.size,
    seed: manifest.provenance.seed,
    epochs: manifest.training.epochs,
    parameters: manifest.parameterCount,
    seconds: Math.round(seconds * 10) / 10,
    imagesPerSecond: Math.round(median(speeds)),
    ...report({ validation, test }),
    ...(sets ? { sets: sets.map((set) => ({ name: set.name, ...report(set) })) } : {}),
  };
}

function finish(
  result: Result,
  { model }: TrainingConfig,
  { out, json }: RunOptions,
  reporter: TrainingReporter,
): void {
  for (const { name, validation, test } of result.sets ?? [{ name: "", ...result }]) {
    const shown = test ?? validation;
    if (shown) reporter.say(printEvaluation(shown, `${name} ${test ? "test" : "validation"}`.trim()));
  }
  const isForTransfer = model.classGroups !== undefined || model.classes.length === 0;
  const next = isForTransfer
    ? `train from it: npx diaphane train FILE.npz --from ${out} --out DIR`
    : `look at it: npx diaphane explore ${out}`;
  reporter.say(`${result.seconds} s, ${result.imagesPerSecond} images/s. The model is in ${out}; ${next}`);
  if (json) console.log(JSON.stringify(result));
}

function median(values: number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}
