import { writeFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { describeMachine, today } from "../report/machine.ts";
import { type Curve, plotCurves } from "../report/plot-curves.ts";
import { table, writeSection } from "../report/write-section.ts";
import { type GrowthAnswer, type GrowthRequest, measureCase } from "./growth-case.ts";

// Time and memory of training against what makes it grow, each by the same factors. See bench/README.md.
const { values } = parseArgs({
  options: {
    steps: { type: "string", default: "10" },
    "flat-steps": { type: "string", default: "10000" },
    write: { type: "boolean", default: false },
  },
});
const steps = Number(values.steps);
const base = {
  size: "small",
  inputSize: 32,
  batchSize: 16,
  images: 2000,
  place: "memory",
  steps,
  flatSteps: 0,
} as const;
const large = { ...base, inputSize: 128 } as const;
const factors = [1, 4, 16];
const sides = [32, 64, 128] as const;
const series: { name: string; cases: GrowthRequest[] }[] = [
  { name: "pixels of an image", cases: sides.map((inputSize) => ({ ...base, inputSize })) },
  { name: "batch", cases: factors.map((factor) => ({ ...base, batchSize: factor * base.batchSize })) },
  { name: "images in memory", cases: factors.map((factor) => ({ ...large, images: factor * large.images })) },
  {
    name: "images in files",
    cases: factors.map((factor) => ({ ...large, images: factor * large.images, place: "files" })),
  },
];

const rows: string[][] = [];
const curves: Curve[] = [];
let version = "";
for (const { name, cases } of series) {
  const answers: GrowthAnswer[] = [];
  for (const request of cases) {
    const answer = await measureCase(request);
    version = answer.version;
    answers.push(answer);
    rows.push([
      name,
      ...[request.inputSize, request.batchSize, request.images].map((value) => value.toLocaleString("en")),
      answer.stepMs.toFixed(0),
      `${((100 * answer.prepareMs) / answer.stepMs).toFixed(1)} %`,
      answer.peakMegabytes.toFixed(0),
    ]);
  }
  curves.push(doublings(`time: ${name}`, answers, "stepMs"), doublings(`memory: ${name}`, answers, "peakMegabytes"));
}
const flatSteps = Number(values["flat-steps"]);
const flat = await measureCase({ ...base, size: "nano", batchSize: 8, flatSteps });

const header = ["what grows", "pixels a side", "batch", "images", "step ms", "of it input", "peak MB"];
const title = "Training as its input grows";
const about = `\`small\`, gray, ${steps} steps after three to warm up, each case in a process of its own; peak of resident memory. "Input": cutting a batch out of the set and making it floats. Memory over ${flatSteps.toLocaleString("en")} further steps of \`nano\` with batches of 8: ${flat.grownMegabytes >= 0 ? "+" : "−"}${Math.abs(flat.grownMegabytes).toFixed(0)} MB. ${version}. ${describeMachine()}. ${today()}.`;
const figure = `![Doublings of time and memory against the factor by which the input grows](images/growth.svg)`;
const report = `${table(header, rows)}\n\n${figure}\n\n${about}`;
console.log(report);
if (values.write) {
  const yTitle = "doublings (4 is in proportion)";
  const places = factors.map((factor) => `× ${factor}`);
  const svg = plotCurves({ title, yTitle, places, curves });
  await writeFile(fileURLToPath(new URL("../../docs/images/growth.svg", import.meta.url)), svg);
  writeSection("growth", title, report);
}

/** How often a figure has doubled since the first case. */
function doublings(name: string, answers: readonly GrowthAnswer[], figure: "stepMs" | "peakMegabytes"): Curve {
  const first = answers[0]?.[figure] ?? Number.NaN;
  return { name, points: answers.map((answer) => ({ mean: Math.log2(answer[figure] / first), deviation: 0 })) };
}
