import { parseArgs } from "node:util";
import { describeMachine } from "../report/machine.ts";
import { plotRows } from "../report/plot-rows.ts";
import { readImages } from "../report/read-images.ts";
import { ResultFile } from "../report/result-file.ts";
import { resultsFolder } from "../report/results-folder.ts";
import { runGrid } from "../report/run-grid.ts";
import { writeFigure } from "../report/write-figure.ts";
import { table, writeSection } from "../report/write-section.ts";
import { measureTraining } from "./measure.ts";
import { plantPhantom } from "./plant-phantom.ts";
import { plantSquare } from "./plant-square.ts";
import type { PlantedSets } from "./planted-sets.ts";
import { type PlantedResult, type PlantedTask, plantedPlot, plantedTable } from "./summary.ts";
import { trainings } from "./trainings.ts";

// How much of a planted bias presets take out, beside what else could be done about it. See bench/README.md.
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    results: { type: "string", default: resultsFolder },
    data: { type: "string", default: "pneumoniamnist,phantom" },
    seeds: { type: "string", default: "1,2,3" },
    epochs: { type: "string", default: "8" },
    /** Train nothing: tell of the results that there are. */
    stored: { type: "boolean", default: false },
    write: { type: "boolean", default: false },
  },
});
const [file] = positionals;
const names = values.data.split(",");
if (!values.stored && file === undefined && names.includes("pneumoniamnist"))
  throw new Error("Name the file of PneumoniaMNIST, or leave it out: --data phantom");
const seeds = values.seeds.split(",").map(Number);
const epochs = Number(values.epochs);
const results = new ResultFile<PlantedTask, PlantedResult>(values.results, "planted");
const audits = ["balanced", "biased"];
const about: Record<string, string> = {
  pneumoniamnist: "a white square of 4 × 4 pixels in the corner; shifted: the published test images",
  phantom: "the phantom's own corner tag, which looks another way at each of three sites; 6,000 training images",
};

for (const data of names) {
  const tasks = seeds.flatMap((seed) =>
    trainings.map(({ name: training }): PlantedTask => ({ data, training, seed, epochs })),
  );
  const measure = async (task: PlantedTask) => measureTraining(await setsOf(task), task);
  const rows = await runGrid({ tasks, results, stored: values.stored, measure });
  const header = ["decision", "audit images", "test images", "worst cell", "recovery", "AUC"];
  const section = table([...header, "linear probe", "trees", "cost, s"], plantedTable(rows, seeds.length));
  const engines = [...new Set(rows.map(({ engine }) => engine))].join(", ");
  const dates = rows.map(({ date }) => date).sort();
  const words = `${data}: ${about[data] ?? data}. The tag is on 95 % of the positives and 5 % of the negatives in training, on half of each in the test. Worst accuracy of the four cells label × tag; mean ± standard deviation over seeds ${values.seeds}, each of which draws tags and audit images anew. Recovery: 0 is the network as it is, 1 the one trained on clean images. Audit images, held out of training, hold the tag at random (balanced, 300) or as training does (biased, 600); presets and thresholds are learned on them. Probes learn the tag anew on the test images, cross-validated. Cost: seconds of processor time of a training (all threads), seconds of learning a preset. Group thresholds are told the tag of every image they decide on, retraining that of every training image. ${epochs} epochs, \`nano\`. Engine ${engines}. ${describeMachine()}. ${dates.at(-1) ?? "never run"}.`;
  console.log(`${section}\n\n${words}`);
  if (!values.write) continue;
  const title = `${data}: worst cell with a planted tag`;
  const picture = plotRows({
    ...{ title, xTitle: "accuracy of the worst cell, test images like the training ones" },
    ...{ series: ["training", ...audits], rows: plantedPlot(rows, audits) },
  });
  const figure = await writeFigure(`planted-${data}`, picture, "Worst cell of every way to decide");
  writeSection(`planted-${data}`, `A planted bias, taken out: ${data}`, `${section}\n\n${figure}\n\n${words}`);
}

async function setsOf({ data, seed }: PlantedTask): Promise<PlantedSets> {
  if (data === "phantom") return plantPhantom(seed);
  if (file === undefined) throw new Error("Nothing is measured of stored results");
  return plantSquare(await readImages(file), seed);
}
