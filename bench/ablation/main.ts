import path from "node:path";
import { parseArgs } from "node:util";
import { activeUnits } from "../../packages/model/src/latent/active-units.ts";
import { sizeNames } from "../../packages/model/src/network/model-config.ts";
import { defaultTrainingConfig } from "../../packages/model/src/training/training-config.ts";
import { describeMachine, today } from "../report/machine.ts";
import { plotRows } from "../report/plot-rows.ts";
import { readImages } from "../report/read-images.ts";
import { ResultFile } from "../report/result-file.ts";
import { resultsFolder } from "../report/results-folder.ts";
import { runGrid } from "../report/run-grid.ts";
import { trainHere } from "../report/train-here.ts";
import { writeFigure } from "../report/write-figure.ts";
import { table, writeSection } from "../report/write-section.ts";
import { type AblationResult, type AblationTask, ablationPlot, ablationTable } from "./summary.ts";
import { variantNamed, variants } from "./variants.ts";

// What each part of the default is worth: the same training with one thing changed. See bench/README.md.
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    results: { type: "string", default: resultsFolder },
    /** With a semicolon between; the first is what the others are compared with. */
    variants: { type: "string", default: variants.map(({ name }) => name).join(";") },
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
const size = sizeNames.find((name) => name === values.size);
if (size === undefined) throw new Error(`--size names ${sizeNames.join(", ")}, not ${values.size}`);
const names = values.variants.split(";").map((name) => variantNamed(name).name);
const seeds = values.seeds.split(",").map(Number);
const epochs = values.epochs === undefined ? null : Number(values.epochs);
const images = values.stored ? undefined : await readImages(file);

const tasks = seeds.flatMap((seed) => names.map((variant): AblationTask => ({ data, size, variant, seed, epochs })));
const results = new ResultFile<AblationTask, AblationResult>(values.results, "ablation");
const rows = await runGrid({ tasks, results, stored: values.stored, measure });
const header = ["variant", "AUC", "difference", "accuracy", "balanced accuracy", "PSNR (dB)", "SSIM", "active latents"];
const section = table(header, ablationTable(rows, names, seeds.length));
const engines = [...new Set(rows.map(({ engine }) => engine))].join(", ");
const dates = rows.map(({ date }) => date).sort();
const trainedFor = epochs === null ? "the default number of epochs" : `${epochs} epochs`;
const about = `${data}, \`${size}\`, test split, ${trainedFor}, mean ± standard deviation over seeds ${values.seeds}; the difference of AUC is between trainings of the same seed. Accuracies at probability .5 or of the most probable class. Differences under .01 are seed noise. Engine ${engines}. ${describeMachine()}. ${dates.at(-1) ?? "never run"}.`;
console.log(`${section}\n\n${about}`);
if (values.write) {
  const name = `ablation-${data}-${size}`;
  const title = `${data}, ${size}: the default with one thing changed`;
  const plotted = ablationPlot(rows, names);
  const picture = plotRows({ title, xTitle: "AUC on test images", series: [size], rows: plotted });
  const figure = await writeFigure(name, picture, "AUC of the default and of each variant");
  writeSection(name, `What each part is worth: ${data}, ${size}`, `${section}\n\n${figure}\n\n${about}`);
}

async function measure({ variant, seed }: AblationTask): Promise<AblationResult> {
  if (images === undefined || size === undefined) throw new Error("Nothing is measured of stored results");
  const { classes, count, channels } = images.train;
  const defaults = defaultTrainingConfig({ size, channels: channels === 3 ? 3 : 1, classes, count });
  const config = { ...variantNamed(variant).change(defaults), epochs: epochs ?? defaults.epochs };
  const { model, test, engine } = await trainHere(images, config, seed);
  model.dispose();
  if (!test?.auc || !test.atHalf) throw new Error(`${data} has no test labels to score on`);
  const { accuracy, balancedAccuracy } = test.atHalf;
  return {
    ...{ auc: test.auc.value, accuracy: accuracy.value, balancedAccuracy: balancedAccuracy.value },
    ...{ psnr: test.psnr.value, ssim: test.ssim.value, active: activeUnits(model.manifest.latents).length },
    ...{ engine, date: today() },
  };
}
