import {
  type Bundle,
  classGroupView,
  evaluate,
  type ImageSet,
  loadModel,
  type Manifest,
  type Model,
  withPreset,
} from "@diaphane/model";
import type { AuditRequest } from "@diaphane/model/bias";
import type { Preset } from "@diaphane/model/debias";
import { type Command, Option } from "commander";
import { encodeAuditedSplit, readPreset, splitNames } from "../audit/audited-split.ts";
import { printGroups, reportGroups } from "../audit/group-report.ts";
import { readBundleFolder } from "../bundle/bundle-folder.ts";
import { checkLearned, type Heads } from "../data/check-learned.ts";
import { gatherTrainingData } from "../data/gather-training-data.ts";
import { addImageFileOption, type ImageFileOptions, openImageFile } from "../data/open-image-file.ts";
import { openEngine } from "../engine/open-engine.ts";
import { printEvaluation, reportEvaluation } from "./evaluation-report.ts";

interface EvaluateOptions extends ImageFileOptions {
  split: (typeof splitNames)[number];
  set?: string;
  json?: boolean;
  attributes?: string;
  preset?: string;
}

const draws = 1000;

const examples = `
Examples:
  $ npx diaphane evaluate runs/pneumonia pneumoniamnist.npz
  $ npx diaphane evaluate runs/pneumonia other-hospital.npz --split train --json | jq .auc.interval
  $ npx diaphane evaluate runs/pneumonia pneumoniamnist.npz --attributes attributes.csv --preset preset.json --json | jq .worstGroup`;

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
    .option("--attributes <csv>", "split,index,<attribute>…: the figures of every group too")
    .option("--preset <json>", "measure the model with this preset on")
    .option("--json", "print one JSON object on the last line of stdout");
  addImageFileOption(command).addHelpText("after", examples).action(evaluateFolder);
}

async function evaluateFolder(
  folder: string,
  file: string,
  { split, set: name, json, attributes, preset: presetFile, mapping }: EvaluateOptions,
  command: Command,
): Promise<void> {
  const preset = presetFile === undefined ? undefined : await readPreset(presetFile);
  if (name !== undefined && (attributes ?? preset))
    command.error("--attributes and --preset are for models of one set");
  const engine = await openEngine();
  const given = { folder, file, split, mapping, ...(preset ? { preset } : {}) };
  const { bundle, model, set, request }: Opened =
    attributes === undefined
      ? await openSplit({ ...given, name }, command)
      : await encodeAuditedSplit({ ...given, attributes });
  try {
    const { temperature = null, provenance } = bundle.manifest;
    const { threshold } = taskOf(bundle.manifest, name, command);
    const network = name === undefined ? model : classGroupView(model, name);
    const options = { threshold, temperature: name === undefined ? temperature : null, seed: provenance.seed, draws };
    const report = reportEvaluation(await evaluate(network, set, options));
    const groups = request ? reportGroups(request, provenance.seed, draws) : undefined;
    if (json) console.log(JSON.stringify({ engine: engine.name, split, ...report, ...groups }));
    else console.log([printEvaluation(report, split), ...(groups ? [printGroups(groups)] : [])].join("\n"));
  } finally {
    model.dispose();
  }
}

interface Opened {
  bundle: Bundle;
  /** With the preset on, where one is given. */
  model: Model;
  set: ImageSet;
  /** With attributes. */
  request?: AuditRequest;
}

interface Asked extends Pick<EvaluateOptions, "split" | "mapping"> {
  folder: string;
  file: string;
  name: string | undefined;
  preset?: Preset;
}

/** A model and one split of a file. The caller disposes of the model. */
async function openSplit({ folder, file, split, mapping, name, preset }: Asked, command: Command): Promise<Opened> {
  const bundle = await readBundleFolder(folder);
  const { classes } = taskOf(bundle.manifest, name, command);
  const set = await readSplit(file, { split, mapping }, { ...bundle.manifest.model, classes });
  const model = await loadModel(bundle);
  return { bundle, model: preset ? withPreset(model, preset, bundle.manifest.weights.sha256) : model, set };
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
