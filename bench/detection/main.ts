import path from "node:path";
import { parseArgs } from "node:util";
import { evaluateDetection } from "../../packages/model/src/bundle/evaluate-detection.ts";
import type { Network } from "../../packages/model/src/bundle/network.ts";
import { fitImageSet } from "../../packages/model/src/images/fit-image-set.ts";
import type { ImageSet } from "../../packages/model/src/images/image-set.ts";
import { chooseNetwork } from "../dense/choose-network.ts";
import { denseConfig } from "../dense/dense-config.ts";
import { readDenseSet } from "../dense/read-set.ts";
import { trainPeer } from "../peers/dense-peer.ts";
import { describeDifferences } from "../report/describe-differences.ts";
import { describeMachine, today } from "../report/machine.ts";
import { plotRows } from "../report/plot-rows.ts";
import { ResultFile } from "../report/result-file.ts";
import { resultsFolder } from "../report/results-folder.ts";
import { runGrid } from "../report/run-grid.ts";
import { trainHere } from "../report/train-here.ts";
import { writeFigure } from "../report/write-figure.ts";
import { table, writeSection } from "../report/write-section.ts";
import {
  type BoxScores,
  type DetectionResult,
  type DetectionTask,
  detectionPlot,
  detectionTable,
  who,
} from "./summary.ts";

// Boxes beside a small CenterNet in PyTorch that learns from the same pixels for the same processor time. See bench/README.md.
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    python: { type: "string", default: "python3" },
    results: { type: "string", default: resultsFolder },
    seeds: { type: "string", default: "1,2,3" },
    size: { type: "string" },
    "input-size": { type: "string" },
    epochs: { type: "string" },
    /** Train nothing: tell of the results that there are. */
    stored: { type: "boolean", default: false },
    write: { type: "boolean", default: false },
  },
});
if (positionals.length === 0) throw new Error("Name .npz files with boxes: bench/data/make_target_sets.py writes one");
const files = new Map(positionals.map((file) => [path.basename(file, ".npz"), file]));
const names = [...files.keys()];
const seeds = values.seeds.split(",").map(Number);
const epochs = values.epochs === undefined ? null : Number(values.epochs);
const given = { size: values.size, inputSize: values["input-size"] };
const choice = chooseNetwork(given, { size: "small", inputSize: 128 });

const tasks = seeds.flatMap((seed) => names.map((data): DetectionTask => ({ data, ...choice, seed, epochs })));
const results = new ResultFile<DetectionTask, DetectionResult>(values.results, "detection");
const rows = await runGrid({ tasks, results, stored: values.stored, measure });
const header = ["data", "network", "parameters", "epochs", "CPU s", "AP50", "AP", "recall", "AP50 by class"];
const section = table(header, detectionTable(rows, names, seeds.length));
const engines = [...new Set(rows.map(({ engine, torch }) => `${engine} and PyTorch ${torch}`))].join(", ");
const dates = rows.map(({ date }) => date).sort();
const against = (score: "ap50" | "ap"): string =>
  describeDifferences(
    names.map((name) => {
      const ofSet = rows.filter(({ data }) => data === name);
      return { name, ours: ofSet.map(({ ours }) => ours[score]), theirs: ofSet.map(({ peer }) => peer[score]) };
    }),
  );
const about = `Against the CenterNet: AP50 ${against("ap50")}; AP ${against("ap")}. Test images by COCO's rules (recall with 100 boxes an image), mean ± standard deviation over seeds ${values.seeds}. CPU s: processor time of training, all threads; the CenterNet gets as much as ours took, on the same pixels with the same augmentation. The test of bccd is its published validation list. ${engines}. ${describeMachine()}. ${dates.at(-1) ?? "never run"}.`;
console.log(`${section}\n\n${about}`);
if (values.write) {
  const plotted = detectionPlot(rows, names);
  const picture = plotRows({ title: "Detection on test images", xTitle: "AP50 and AP", series: who, rows: plotted });
  const figure = await writeFigure("detection", picture, "AP50 and AP of Diaphane and a small CenterNet");
  writeSection("detection", "Detection beside a small CenterNet in PyTorch", `${section}\n\n${figure}\n\n${about}`);
}

async function measure({ data, seed }: DetectionTask): Promise<DetectionResult> {
  const { train, validation, test } = await readDenseSet(files.get(data) ?? "");
  const trained = await trainHere({ train, validation }, denseConfig(train, choice, epochs), seed);
  const { model, cpuSeconds, parameters, engine } = trained;
  try {
    // Overlap does not change when an axis is scaled, so both are scored on the images as networks read them.
    const scored = fitImageSet(test, choice.inputSize, model.config.channels);
    const ours = await scoresOf(model, scored);
    const size = choice.inputSize;
    const peer = await trainPeer({ python: values.python, train, test, size, seed, cpuSeconds });
    return {
      ours: { ...ours, parameters, epochs: trained.epochs, cpuSeconds },
      peer: {
        ...(await scoresOf({ config: model.config, detect: async () => peer.boxes }, scored)),
        ...{ parameters: peer.parameters, epochs: peer.epochs, cpuSeconds: peer.cpuSeconds },
      },
      ...{ engine, torch: peer.torch, date: today() },
    };
  } finally {
    model.dispose();
  }
}

async function scoresOf(network: Pick<Network, "config" | "detect">, set: ImageSet): Promise<BoxScores> {
  const { detection } = await evaluateDetection(network, set, { threshold: null, seed: 1, draws: 2 });
  if (!detection?.overall) throw new Error("The test images have no boxes");
  const { ap50, ap, recall } = detection.overall;
  const byClass = detection.classes.map((name, k) => ({ name, ap50: detection.byClass[k]?.ap50.value ?? null }));
  return { ap50: ap50.value, ap: ap.value, recall: recall.value, byClass };
}
