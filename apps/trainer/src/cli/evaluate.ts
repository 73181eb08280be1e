import path from "node:path";
import { DataError, type ImageSourceMeta } from "@diaphane/data";
import { classGroupView, evaluate, type ImageSet, loadModel, type Manifest, type ModelConfig } from "@diaphane/model";
import { type Command, Option } from "commander";
import { readBundleFolder } from "../bundle/bundle-folder.ts";
import { gatherTrainingData } from "../data/gather-training-data.ts";
import { addImageFileOption, type ImageFileOptions, openImageFile } from "../data/open-image-file.ts";
import { openEngine } from "../engine/open-engine.ts";
import { printEvaluation, reportEvaluation } from "./evaluation-report.ts";

const splitNames = ["train", "validation", "test"] as const;

interface EvaluateOptions extends ImageFileOptions {
  split: (typeof splitNames)[number];
  set?: string;
  json?: boolean;
}

const draws = 1000;

const examples = `
Examples:
  $ npx diaphane evaluate runs/pneumonia pneumoniamnist.npz
  $ npx diaphane evaluate runs/pneumonia other-hospital.npz --split train --json | jq .auc.interval`;

/** `diaphane evaluate`: the figures of a trained model on a split of any file with the same classes. */
export function addEvaluate(program: Command): void {
  const command = program
    .command("evaluate")
    .summary("measure a trained model on a file")
    .description("Measures a model on one split of a file, with 95 % intervals by stratified bootstrap (1,000 draws).")
    .argument("<dir>", "folder of the model")
    .argument("<file>", "images with labels, masks or boxes: .npz, .zip or a folder")
    .addOption(new Option("--split <name>", "which images").choices(splitNames).default("test"))
    .option("--set <name>", "of a model of several sets: whose classes FILE has")
    .option("--json", "print one JSON object on the last line of stdout");
  addImageFileOption(command).addHelpText("after", examples).action(evaluateFolder);
}

async function evaluateFolder(
  folder: string,
  file: string,
  { split, set: name, json, mapping }: EvaluateOptions,
  command: Command,
): Promise<void> {
  const bundle = await readBundleFolder(folder);
  const { classes, threshold } = taskOf(bundle.manifest, name, command);
  const set = await readSplit(file, { split, mapping }, { ...bundle.manifest.model, classes });
  const engine = await openEngine();
  const model = await loadModel(bundle);
  try {
    const { temperature = null, provenance } = bundle.manifest;
    const network = name === undefined ? model : classGroupView(model, name);
    const options = { threshold, temperature: name === undefined ? temperature : null, seed: provenance.seed, draws };
    const report = reportEvaluation(await evaluate(network, set, options));
    if (json) console.log(JSON.stringify({ engine: engine.name, split, ...report }));
    else console.log(printEvaluation(report, split));
  } finally {
    model.dispose();
  }
}

/** The classes and the threshold of the model, or of one of its sets; ends as wrong use when `--set` does not name one. */
function taskOf(
  { model, threshold, metrics }: Manifest,
  name: string | undefined,
  command: Command,
): { classes: string[]; threshold: number | null } {
  const names = (model.classGroups ?? []).map(({ set }) => set);
  if (names.length === 0 && name === undefined) return { classes: model.classes, threshold };
  const group = model.classGroups?.find(({ set }) => set === name);
  if (group) {
    return { classes: group.classes, threshold: metrics.sets?.find((set) => set.name === name)?.threshold ?? null };
  }
  if (names.length === 0) command.error("--set is for models of several sets; this one has one set of classes");
  command.error(`this is a model of several sets: say whose classes FILE has by --set, one of ${names.join(", ")}`);
}

/** What a model tells apart. */
type Heads = Pick<ModelConfig, "classes" | "maskClasses" | "boxClasses">;

async function readSplit(
  file: string,
  { split, mapping }: Pick<EvaluateOptions, "split" | "mapping">,
  model: Heads,
): Promise<ImageSet> {
  const source = await openImageFile(file, mapping === undefined ? {} : { mapping });
  try {
    checkLearned(file, source.meta, model);
    const data = await gatherTrainingData(source);
    // A file without test images is refused by its reader, so the set is there; an empty one is the model's to refuse.
    return data[split] ?? { ...data.train, count: 0, images: new Uint8Array(), labels: new Int32Array() };
  } finally {
    await source.close();
  }
}

/** What both the file and the model have must be of the same classes, and something has to be left to measure. */
function checkLearned(file: string, meta: ImageSourceMeta, model: Heads): void {
  const kinds = ["classes", "maskClasses", "boxClasses"] as const;
  const shared = kinds.filter((kind) => meta[kind].length > 0 && model[kind].length > 0);
  for (const kind of shared.length > 0 ? shared : kinds) checkClasses(file, meta[kind], model[kind]);
}

/**
 * Names come from the file's own name where that is a known set, else they are numbers: a file of one's own is taken when the
 * model has all its numbers.
 */
function checkClasses(file: string, found: readonly string[], expected: readonly string[]): void {
  const isSame = found.length === expected.length && found.every((name, i) => name === expected[i]);
  const isNumbered =
    found.every((name, i) => name === `class ${i}`) || expected.every((name, i) => name === `class ${i}`);
  if (isSame || (isNumbered && found.length <= expected.length)) return;
  throw new DataError({
    code: "wrong-labels",
    file: path.basename(file),
    expected: `the model's ${expected.length} classes (${expected.join(", ")})`,
    found: `${found.length} (${found.join(", ")})`,
    advice: "Measure the model on images of the task that it was trained for.",
  });
}
