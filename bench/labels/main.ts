import path from "node:path";
import { parseArgs } from "node:util";
import { describeMachine, today } from "../report/machine.ts";
import { plotCurves } from "../report/plot-curves.ts";
import { PretrainedModels } from "../report/pretrained-models.ts";
import { ResultFile } from "../report/result-file.ts";
import { resultsFolder } from "../report/results-folder.ts";
import { runGrid } from "../report/run-grid.ts";
import { trainFile } from "../report/train-file.ts";
import { writeFigure } from "../report/write-figure.ts";
import { table, writeSection } from "../report/write-section.ts";
import { methodNamed, methods } from "./methods.ts";
import { type LabelsResult, type LabelsTask, labelsCurves, labelsTable } from "./summary.ts";

// How good a model is with fewer labels, by how it learns from the images without one. See bench/README.md.
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    /** Folder of results, kept and taken again. */
    results: { type: "string", default: resultsFolder },
    labels: { type: "string", default: "12,1%,5%,10%,100%" },
    methods: { type: "string", default: methods.map(({ name }) => name).join(",") },
    /** Files that are pre-trained on, with a comma between; needed by "+ pre-training". */
    others: { type: "string" },
    seeds: { type: "string", default: "1,2,3" },
    size: { type: "string", default: "nano" },
    epochs: { type: "string" },
    /** Train nothing: tell of the results that there are. */
    stored: { type: "boolean", default: false },
    write: { type: "boolean", default: false },
  },
});
const [file] = positionals;
if (file === undefined) throw new Error("Name an .npz file in the layout of MedMNIST");
const data = path.basename(file, ".npz");
const [amounts, seeds] = [values.labels.split(","), values.seeds.split(",")];
const chosen = values.methods.split(",").map(methodNamed);
const epochs = values.epochs ?? null;
// Said at once, not after hours of the other methods.
if (!values.stored && values.others === undefined && chosen.some(({ isPretrained }) => isPretrained))
  throw new Error("Name the files to pre-train on: --others a.npz,b.npz");
const parents = new PretrainedModels();

// Seeds outermost: an interrupted comparison has whole rows of fewer seeds, not some rows and no others.
const tasks = seeds.flatMap((seed) =>
  chosen.flatMap(({ name }) =>
    amounts.map((labels): LabelsTask => ({ data, size: values.size, labels, method: name, seed, epochs })),
  ),
);
try {
  const results = new ResultFile<LabelsTask, LabelsResult>(values.results, "labels");
  const rows = await runGrid({ tasks, results, stored: values.stored, measure });
  const grid = { methods: chosen.map(({ name }) => name), amounts, seeds: seeds.length };
  const section = table(["learns from", ...amounts], labelsTable(rows, grid));
  const engines = [...new Set(rows.map(({ engine }) => engine))].join(", ");
  const dates = rows.map(({ date }) => date).sort();
  const trainedFor = epochs === null ? "the default number of epochs" : `${epochs} epochs`;
  const about = `${data}, \`${values.size}\`, AUC on the test split by how many training labels were kept, mean ± standard deviation over seeds ${values.seeds}, which also choose the labels; ${trainedFor}, other settings by default. Engine ${engines}. ${describeMachine()}. ${dates.at(-1) ?? "never run"}.`;
  console.log(`${section}\n\n${about}`);
  if (values.write) {
    const name = `labels-${data}-${values.size}`;
    const title = `${data}, ${values.size}: test AUC by labels kept`;
    const picture = plotCurves({ title, yTitle: "AUC", places: amounts, curves: labelsCurves(rows, grid) });
    const figure = await writeFigure(name, picture, "AUC against the share of labels, one line a method");
    writeSection(name, `Fewer labels: ${data}, ${values.size}`, `${section}\n\n${figure}\n\n${about}`);
  }
} finally {
  await parents.dispose();
}

async function measure({ size, labels, method, seed }: LabelsTask): Promise<LabelsResult> {
  const { options, objective, isPretrained } = methodNamed(method);
  const common = ["--seed", seed, "--labels", labels, ...(epochs === null ? [] : ["--epochs", epochs])];
  // The model that training starts from has decided the size.
  const start = isPretrained ? ["--from", await parentOf(size, seed)] : ["--size", size];
  const { test, validation, engine } = await trainFile(file ?? "", [...common, ...options, ...start], objective);
  const [auc, accuracy, validationAuc] = [test.auc?.value, test.accuracy?.value, validation.auc?.value];
  if (auc === undefined || accuracy === undefined || validationAuc === undefined)
    throw new Error(`${data} has no labels to score on`);
  return { auc, accuracy, validationAuc, engine, date: today() };
}

function parentOf(size: string, seed: string): Promise<string> {
  return parents.of([...(values.others ?? "").split(","), "--size", size, "--seed", seed]);
}
