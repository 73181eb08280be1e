import path from "node:path";
import { parseArgs } from "node:util";
import { describeMachine, today } from "../report/machine.ts";
import { plotRows } from "../report/plot-rows.ts";
import { ResultFile } from "../report/result-file.ts";
import { resultsFolder } from "../report/results-folder.ts";
import { runGrid } from "../report/run-grid.ts";
import { trainFile } from "../report/train-file.ts";
import { writeFigure } from "../report/write-figure.ts";
import { table, writeSection } from "../report/write-section.ts";
import { type MedMnistResult, type MedMnistTask, medMnistPlot, medMnistTable } from "./summary.ts";

// Several sizes and seeds on MedMNIST files, through the command line that a researcher uses. See bench/README.md.
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    results: { type: "string", default: resultsFolder },
    size: { type: "string", default: "nano,small" },
    "input-size": { type: "string" },
    seeds: { type: "string", default: "1,2,3" },
    /** Train nothing: tell of the results that there are. */
    stored: { type: "boolean", default: false },
    write: { type: "boolean", default: false },
  },
});
if (positionals.length === 0) throw new Error("Name one or more .npz files in the layout of MedMNIST");
const files = new Map(positionals.map((file) => [path.basename(file, ".npz"), file]));
const names = [...files.keys()];
const [sizes, seeds] = [values.size.split(","), values.seeds.split(",")];
const inputSize = values["input-size"] ?? null;

const tasks = seeds.flatMap((seed) =>
  sizes.flatMap((size) => names.map((data): MedMnistTask => ({ data, size, inputSize, seed }))),
);
const results = new ResultFile<MedMnistTask, MedMnistResult>(values.results, "medmnist");
const rows = await runGrid({ tasks, results, stored: values.stored, measure });
const grid = { names, sizes, seeds: seeds.length };
const header = ["data", "model", "parameters", "AUC", "accuracy", "balanced accuracy", "PSNR (dB)", "SSIM"];
const section = table(header, medMnistTable(rows, grid));
const engines = [...new Set(rows.map(({ engine }) => engine))].join(", ");
const side = inputSize === null ? "each size's own side" : `${inputSize} px`;
const dates = rows.map(({ date }) => date).sort();
const copies = names.some((name) => name.endsWith("_jpeg"))
  ? " A copy that went through JPEG has other pixels than the published set: compare to no more than about a point."
  : "";
const about = `Test split, ${side}, mean ± standard deviation over seeds ${values.seeds}, and the first seed's 95 % bootstrap interval; accuracies at probability .5 or of the most probable class. Published: MedMNIST v2 (Yang et al. 2023).${copies} Engine ${engines}. ${describeMachine()}. ${dates.at(-1) ?? "never run"}.`;
console.log(`${section}\n\n${about}`);
if (values.write) {
  const name = inputSize === null ? "medmnist" : `medmnist-${inputSize}-px`;
  const title = `MedMNIST: AUC on test images, ${side}`;
  const picture = plotRows({ title, xTitle: "AUC", ...medMnistPlot(rows, grid) });
  const figure = await writeFigure(name, picture, "AUC by set, of each size and of published models");
  const heading = inputSize === null ? "MedMNIST" : `MedMNIST at ${inputSize} px`;
  writeSection(name, heading, `${section}\n\n${figure}\n\n${about}`);
}

async function measure({ data, size, seed }: MedMnistTask): Promise<MedMnistResult> {
  const image = inputSize === null ? [] : ["--input-size", inputSize];
  const summary = await trainFile(files.get(data) ?? "", ["--size", size, ...image, "--seed", seed]);
  const { parameters, epochs, engine, engineVersion, test } = summary;
  const { auc, accuracy, balancedAccuracy, psnr, ssim } = test;
  if (!auc || !accuracy || !balancedAccuracy) throw new Error(`${data} has no test labels to score on`);
  const quality = { psnr: psnr.value, ssim: ssim.value };
  const provenance = { engine: `${engine} (${engineVersion})`, date: today() };
  return { parameters, epochs, auc, accuracy, balancedAccuracy, ...quality, ...provenance };
}
