import path from "node:path";
import { parseArgs } from "node:util";
import { readNpz } from "../../packages/data/src/formats/npz.ts";
import { evaluateSegmentation } from "../../packages/model/src/bundle/evaluate-segmentation.ts";
import type { Network } from "../../packages/model/src/bundle/network.ts";
import { fitMasks } from "../../packages/model/src/images/fit-targets.ts";
import type { ImageSet } from "../../packages/model/src/images/image-set.ts";
import { chooseNetwork, type NetworkChoice } from "../dense/choose-network.ts";
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
  type MaskScores,
  type SegmentationResult,
  type SegmentationRow,
  type SegmentationTask,
  segmentationPlot,
  segmentationTable,
  who,
} from "./summary.ts";

// Masks beside a U-Net in PyTorch that learns from the same pixels for the same processor time. See bench/README.md.
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
if (positionals.length === 0) throw new Error("Name .npz files with masks: bench/data/make_target_sets.py writes some");
/** Sets whose structures would be lost at the least size. */
const finer: Record<string, NetworkChoice> = { retina_chasedb1: { size: "small", inputSize: 128 } };
const files = new Map(positionals.map((file) => [path.basename(file, ".npz"), file]));
const names = [...files.keys()];
const seeds = values.seeds.split(",").map(Number);
const epochs = values.epochs === undefined ? null : Number(values.epochs);
const choiceOf = (data: string): NetworkChoice =>
  chooseNetwork({ size: values.size, inputSize: values["input-size"] }, finer[data] ?? { size: "nano", inputSize: 64 });

const tasks = seeds.flatMap((seed) =>
  names.map((data): SegmentationTask => ({ data, ...choiceOf(data), seed, epochs })),
);
const results = new ResultFile<SegmentationTask, SegmentationResult>(values.results, "segmentation");
const rows = await runGrid({ tasks, results, stored: values.stored, measure });
const header = ["data", "network", "parameters", "epochs", "CPU s", "Dice", "IoU", "HD95 (px)"];
const section = table(header, segmentationTable(rows, names, seeds.length));
const engines = [...new Set(rows.map(({ engine, torch }) => `${engine} and PyTorch ${torch}`))].join(", ");
const valuesOf = (data: string, read: (row: SegmentationRow) => number | null | undefined): number[] =>
  rows.filter((row) => row.data === data).flatMap((row) => read(row) ?? []);
const against = (other: (row: SegmentationRow) => number | null | undefined): string =>
  describeDifferences(
    names.map((name) => ({
      ...{ name, ours: valuesOf(name, ({ ours }) => ours.dice) },
      theirs: valuesOf(name, other),
    })),
  );
const verdict = `Dice against the U-Net: ${against(({ peer }) => peer.dice)}; against a second observer: ${against(({ human }) => human?.dice)}.`;
const about = `${verdict} Test images, means over images and classes after the background, mean ± standard deviation over seeds ${values.seeds}; at the side that the network reads, in whose pixels HD95 is. CPU s: processor time of training, all threads; the U-Net gets as much as ours took, on the same pixels with the same augmentation. mri_lgg is split by patient. ${engines}. ${describeMachine()}. ${
  rows
    .map(({ date }) => date)
    .sort()
    .at(-1) ?? "never run"
}.`;
console.log(`${section}\n\n${about}`);
if (values.write) {
  const picture = plotRows({
    title: "Segmentation: Dice on test images",
    xTitle: "Dice",
    series: who,
    rows: segmentationPlot(rows, names),
  });
  const figure = await writeFigure("segmentation", picture, "Dice by set, of Diaphane, a U-Net and a second observer");
  writeSection("segmentation", "Segmentation beside a U-Net in PyTorch", `${section}\n\n${figure}\n\n${about}`);
}

async function measure(task: SegmentationTask): Promise<SegmentationResult> {
  const file = files.get(task.data) ?? "";
  const { train, validation, test } = await readDenseSet(file);
  const trained = await trainHere({ train, validation }, denseConfig(train, choiceOf(task.data), epochs), task.seed);
  const { model, cpuSeconds, parameters, engine } = trained;
  try {
    const ours = await scoresOf(model, test);
    const size = model.config.inputSize;
    const peer = await trainPeer({ python: values.python, train, test, size, seed: task.seed, cpuSeconds });
    const second = await secondObserver(file);
    const scoresOfMasks = (masks: Uint8Array) => scoresOf({ config: model.config, segment: async () => masks }, test);
    return {
      ours: { ...ours, parameters, epochs: trained.epochs, cpuSeconds },
      peer: {
        ...(await scoresOfMasks(peer.masks)),
        ...{ parameters: peer.parameters, epochs: peer.epochs, cpuSeconds: peer.cpuSeconds },
      },
      human: second ? await scoresOfMasks(fitMasks(second, test, size)) : null,
      ...{ engine, torch: peer.torch, date: today() },
    };
  } finally {
    model.dispose();
  }
}

async function scoresOf(network: Pick<Network, "config" | "segment">, set: ImageSet): Promise<MaskScores> {
  const { segmentation } = await evaluateSegmentation(network, set, { threshold: null, seed: 1, draws: 2 });
  if (segmentation === undefined) throw new Error("The test images have no masks");
  const distances = segmentation.byClass.slice(1).flatMap(({ hd95 }) => hd95?.value ?? []);
  const hd95 = distances.reduce((sum, value) => sum + value, 0) / distances.length;
  return {
    dice: segmentation.dice?.value ?? null,
    iou: segmentation.iou?.value ?? null,
    hd95: distances.length === 0 ? null : hd95,
  };
}

/** Test masks of a second person `[n, height, width]`, where the file has them. */
async function secondObserver(file: string): Promise<Uint8Array | null> {
  const npz = await readNpz(file);
  try {
    return npz.keys.includes("test_second_observer") ? await npz.read("test_second_observer") : null;
  } finally {
    await npz.close();
  }
}
