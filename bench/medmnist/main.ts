import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { parseArgs } from "node:util";
import { describeMachine, today } from "../report/machine.ts";
import { meanAndDeviation } from "../report/mean-and-deviation.ts";
import { runDiaphane } from "../report/run-diaphane.ts";
import { table, writeSection } from "../report/write-section.ts";

// Several seeds of a size on MedMNIST files, through the command line that a researcher uses. See bench/README.md.
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    size: { type: "string", default: "nano" },
    "input-size": { type: "string" },
    seeds: { type: "string", default: "1,2,3" },
    write: { type: "boolean", default: false },
  },
});
if (positionals.length === 0) throw new Error("Name one or more .npz files in the layout of MedMNIST");

interface Estimate {
  value: number;
  interval: [number, number];
}

interface Result {
  engine: string;
  engineVersion: string;
  parameters: number;
  seconds: number;
  imagesPerSecond: number;
  test: {
    auc: Estimate;
    accuracy: Estimate;
    balancedAccuracy: Estimate;
    psnr: Estimate;
    ssim: Estimate;
    atThreshold?: { accuracy: Estimate };
  };
}

const rows: string[][] = [];
let engine = "";
for (const file of positionals) {
  const results: Result[] = [];
  for (const seed of values.seeds.split(",")) results.push(await trainOnce(file, seed));
  const first = results[0];
  if (!first) continue;
  engine = `${first.engine} (${first.engineVersion})`;
  const spread = (read: (result: Result) => number, digits: number) => meanAndDeviation(results.map(read), digits);
  rows.push([
    path.basename(file, ".npz"),
    first.parameters.toLocaleString("en"),
    spread((result) => result.test.auc.value, 3),
    spread((result) => result.test.accuracy.value, 3),
    spread((result) => result.test.balancedAccuracy.value, 3),
    spread((result) => result.test.psnr.value, 1),
    spread((result) => result.test.ssim.value, 2),
    spread((result) => result.seconds, 0),
  ]);
}
const header = ["data", "parameters", "AUC", "accuracy", "balanced accuracy", "PSNR (dB)", "SSIM", "seconds"];
const network = values["input-size"] === undefined ? values.size : `${values.size} at ${values["input-size"]} px`;
const about = `\`${network}\`, test split, mean ± standard deviation over seeds ${values.seeds}; accuracies at probability .5 or of the most probable class. Engine ${engine}. ${describeMachine()}. ${today()}.`;
const report = `${table(header, rows)}\n\n${about}`;
console.log(report);
if (values.write) writeSection(`medmnist-${network.replaceAll(" ", "-")}`, `MedMNIST, ${network}`, report);

async function trainOnce(file: string, seed: string): Promise<Result> {
  const out = await mkdtemp(path.join(tmpdir(), "diaphane-bench-"));
  try {
    const image = values["input-size"] === undefined ? [] : ["--input-size", values["input-size"]];
    const args = ["train", file, "--size", values.size, ...image, "--seed", seed, "--out", out, "--json"];
    const stdout = await runDiaphane(args);
    const result: Result = JSON.parse(stdout.trim().split("\n").at(-1) ?? "");
    console.error(
      `${path.basename(file)} seed ${seed}: AUC ${result.test.auc.value.toFixed(4)}, accuracy ${result.test.accuracy.value.toFixed(4)}`,
    );
    return result;
  } finally {
    await rm(out, { recursive: true });
  }
}
