import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { describeMachine, today } from "../report/machine.ts";
import { meanAndDeviation } from "../report/mean-and-deviation.ts";
import { type Curve, plotCurves } from "../report/plot-curves.ts";
import { runDiaphane } from "../report/run-diaphane.ts";
import { table, writeSection } from "../report/write-section.ts";
import { classificationOnly, type Method, methods } from "./methods.ts";
import { type LabelsResult, ResultFile } from "./results.ts";

// How good a model is with fewer labels, by how it learns from the images without one. See bench/README.md.
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    /** Folder of results, kept and taken again. */
    results: { type: "string" },
    labels: { type: "string", default: "1%,5%,10%,100%" },
    methods: { type: "string", default: methods.map(({ name }) => name).join(",") },
    seeds: { type: "string", default: "1,2,3" },
    size: { type: "string", default: "nano" },
    epochs: { type: "string" },
    write: { type: "boolean", default: false },
  },
});
const [file] = positionals;
if (file === undefined) throw new Error("Name an .npz file in the layout of MedMNIST");
if (values.results === undefined) throw new Error("Name a folder for results: --results DIR");
const data = path.basename(file, ".npz");
const results = new ResultFile(values.results);
const [amounts, seeds] = [values.labels.split(","), values.seeds.split(",")];

const found = new Map<string, LabelsResult[][]>();
for (const method of values.methods.split(",").map(methodNamed)) {
  const byAmount: LabelsResult[][] = [];
  for (const labels of amounts) {
    const bySeed: LabelsResult[] = [];
    for (const seed of seeds) bySeed.push(await resultOf(file, method, labels, seed));
    byAmount.push(bySeed);
  }
  found.set(method.name, byAmount);
}
const rows = [...found].map(([name, byAmount]) => [
  name,
  ...byAmount.map((bySeed) =>
    meanAndDeviation(
      bySeed.map(({ auc }) => auc),
      3,
    ),
  ),
]);
const engines = [...new Set([...found.values()].flat(2).map(({ engine }) => engine))].join(", ");
const trainedFor = values.epochs === undefined ? "the default number of epochs" : `${values.epochs} epochs`;
const about = `${data}, \`${values.size}\`, AUC on the test split by how many training labels were kept, mean ± standard deviation over seeds ${values.seeds}, which also choose the labels; ${trainedFor}, other settings by default. Engine ${engines}. ${describeMachine()}. ${today()}.`;
const section = table(["learns from", ...amounts], rows);
console.log(`${section}\n\n${about}`);
if (values.write) await write();

async function write(): Promise<void> {
  const name = `labels-${data}-${values.size}`;
  const image = fileURLToPath(new URL(`../../docs/images/${name}.svg`, import.meta.url));
  const curves = [...found].map(([method, byAmount]): Curve => ({ name: method, points: byAmount.map(pointOf) }));
  const title = `${data}, ${values.size}: test AUC by labels kept`;
  await writeFile(image, plotCurves({ title, yTitle: "AUC", places: amounts, curves }));
  const figure = `![AUC against the share of labels, one line a method](images/${name}.svg)`;
  writeSection(name, `Fewer labels: ${data}, ${values.size}`, `${section}\n\n${figure}\n\n${about}`);
}

/** Taken from the folder of results, or trained now. */
async function resultOf(source: string, method: Method, labels: string, seed: string): Promise<LabelsResult> {
  const task = { data, size: values.size, labels, method: method.name, seed, epochs: values.epochs ?? null };
  const earlier = results.find(task);
  if (earlier !== undefined) return earlier;
  const out = await mkdtemp(path.join(tmpdir(), "diaphane-bench-"));
  try {
    const objective = path.join(out, "classification.json");
    await writeFile(objective, JSON.stringify(classificationOnly));
    const epochs = values.epochs === undefined ? [] : ["--epochs", values.epochs];
    const common = ["train", source, "--size", values.size, "--seed", seed, "--labels", labels, ...epochs];
    const model = path.join(out, "model");
    const stdout = await runDiaphane([...common, ...method.args(objective), "--out", model, "--json"]);
    const { test, seconds, engine } = JSON.parse(stdout.trim().split("\n").at(-1) ?? "");
    const result = { ...task, auc: test.auc.value, accuracy: test.accuracy.value, seconds, engine };
    results.add(result);
    console.error(`${method.name}, ${labels}, seed ${seed}: AUC ${result.auc.toFixed(4)}`);
    return result;
  } finally {
    await rm(out, { recursive: true });
  }
}

function pointOf(bySeed: readonly LabelsResult[]): Curve["points"][number] {
  const mean = bySeed.reduce((sum, { auc }) => sum + auc, 0) / bySeed.length;
  const squares = bySeed.reduce((sum, { auc }) => sum + (auc - mean) ** 2, 0);
  return { mean, deviation: Math.sqrt(squares / Math.max(1, bySeed.length - 1)) };
}

function methodNamed(name: string): Method {
  const method = methods.find((candidate) => candidate.name === name);
  if (method === undefined) throw new Error(`${name} is none of ${methods.map((known) => known.name).join(", ")}`);
  return method;
}
