import { parseArgs } from "node:util";
import { estimateRun, type MeasuredSpeed } from "../../apps/web/src/features/training/form/estimate-time.ts";
import { keepLabels } from "../../packages/model/src/images/keep-labels.ts";
import { estimateModel } from "../../packages/model/src/network/estimate-model.ts";
import { sizeNames } from "../../packages/model/src/network/model-config.ts";
import { forFewLabels } from "../../packages/model/src/training/semi-supervised.ts";
import { defaultTrainingConfig, type TrainingConfig } from "../../packages/model/src/training/training-config.ts";
import { trainingWork } from "../../packages/model/src/training/training-work.ts";
import { describeMachine, today } from "../report/machine.ts";
import { readImages } from "../report/read-images.ts";
import { trainHere } from "../report/train-here.ts";
import { table, writeSection } from "../report/write-section.ts";

// Whether the time that the training form shows before a start is right within a factor of two. See bench/README.md.
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    sizes: { type: "string", default: "nano,small" },
    epochs: { type: "string", default: "4" },
    write: { type: "boolean", default: false },
  },
});
const [file] = positionals;
if (file === undefined) throw new Error("Name an .npz file in the layout of MedMNIST");
const epochs = Number(values.epochs);
const data = await readImages(file);
const { train, validation, test } = data;
const channels = train.channels === 3 ? 3 : 1;
const fewLabels = keepLabels(train, { share: 0.1 }, 1);

interface Measured {
  name: string;
  config: TrainingConfig;
  seconds: number;
  speed: MeasuredSpeed;
}

const measured: Measured[] = [];
for (const size of values.sizes.split(",").map(sizeNamed)) {
  const config = defaultTrainingConfig({ size, channels, classes: train.classes, count: train.count });
  measured.push(await measure(`${size}, ${epochs} epochs`, { ...config, epochs }));
  measured.push(await measure(`${size}, ${3 * epochs} epochs`, { ...config, epochs: 3 * epochs }));
  measured.push(await measure(`${size}, ${epochs} epochs, few labels`, forFewLabels({ ...config, epochs }), fewLabels));
}

const rows = measured.map(({ name, config, seconds }, place) => {
  const others = measured.filter((_, other) => other !== place);
  const isSame = (other: Measured): boolean => other.config.model.size === config.model.size;
  return [
    ...[name, seconds.toFixed(1)],
    ratios(config, seconds, others.filter(isSame)),
    ratios(
      config,
      seconds,
      others.filter((other) => !isSame(other)),
    ),
    ratios(config, seconds, []),
  ];
});
const header = ["training", "seconds", "by a run of the same network", "by another network's", "before any run"];
const about = `Estimate as a multiple of the time that the training took, for each run that it can rest on. ${train.count} training images of ${file.split("/").at(-1)}. ${measured[0]?.speed.engine}. ${describeMachine()}. ${today()}.`;
const report = `${table(header, rows)}\n\n${about}`;
console.log(report);
if (values.write) writeSection("estimate", "Time estimated before a training starts", report);

async function measure(name: string, config: TrainingConfig, images = train): Promise<Measured> {
  const start = performance.now();
  const { model, engine } = await trainHere({ ...data, train: images }, config, 1);
  const seconds = (performance.now() - start) / 1000;
  model.dispose();
  const work = trainingWork(config, { train: images.count, validation: validation.count, test: test.count });
  const { trainingCost } = estimateModel(config.model);
  return { name, config, seconds, speed: { imagesPerSecond: work / seconds, trainingCost, engine } };
}

function ratios(config: TrainingConfig, seconds: number, runs: readonly Measured[]): string {
  const counts = { trainCount: train.count, validationCount: validation.count, testCount: test.count };
  const resting = runs.length === 0 ? [[]] : runs.map(({ speed }) => [speed]);
  return resting.map((speeds) => (estimateRun(config, counts, speeds).seconds / seconds).toFixed(2)).join(", ");
}

function sizeNamed(wanted: string) {
  const size = sizeNames.find((name) => name === wanted);
  if (size === undefined) throw new Error(`--sizes names ${sizeNames.join(", ")}, not ${wanted}`);
  return size;
}
