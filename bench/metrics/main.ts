import { parseArgs } from "node:util";
import { bootstrapAuroc, cocoScores, hausdorffDistance } from "../../packages/model/src/metrics/index.ts";
import { startPythonPeer } from "../peers/python-peer.ts";
import { describeMachine, today } from "../report/machine.ts";
import { table, writeSection } from "../report/write-section.ts";
import { detectionImages, maskPairs, scoredCases } from "./cases.ts";

// Metrics against numpy, scikit-learn, scipy and pycocotools on the same cases, taking turns in one run. See bench/README.md.
const { values } = parseArgs({
  options: {
    python: { type: "string", default: "python3" },
    rounds: { type: "string", default: "5" },
    write: { type: "boolean", default: false },
  },
});
const rounds = Number(values.rounds);
if (!(rounds >= 1)) throw new Error("--rounds is a whole number from 1");

const [cases, draws] = [10_000, 1000];
const [side, pairs] = [512, 8];
const [imageCount, classCount] = [500, 3];
const scored = scoredCases(cases);
const masks = maskPairs(pairs, side);
const bytes = masks.map((pair) => pair.map((mask) => Uint8Array.from(mask)));
const images = detectionImages(imageCount, classCount);
const shape = { height: side, width: side };

interface Comparison {
  name: string;
  ours: () => number | number[];
  peer: string;
  by: string;
  /** How far results may lie apart: 0 where both compute the same, more where each draws its own resamples. */
  tolerance: number;
}

const comparisons: Comparison[] = [
  {
    name: `AUROC, ${draws} resamples of ${cases.toLocaleString("en")} cases`,
    ours: () => bootstrapAuroc(scored.scores, scored.labels, { seed: 1, draws }).interval,
    ...{ peer: "auroc", by: "numpy, sorted once", tolerance: 0.004 },
  },
  {
    name: "the same",
    ours: () => bootstrapAuroc(scored.scores, scored.labels, { seed: 1, draws }).interval,
    ...{ peer: "auroc-sklearn", by: "scikit-learn's roc_auc_score", tolerance: 0.004 },
  },
  {
    name: `AUROC, ${draws} resamples of ${(cases / 4).toLocaleString("en")} subjects with 4 cases each`,
    ours: () => bootstrapAuroc(scored.scores, scored.labels, { seed: 1, draws, subjects: scored.subjects }).interval,
    ...{ peer: "subjects", by: "numpy, sorted once", tolerance: 0.004 },
  },
  {
    name: `HD95 of ${pairs} pairs of masks, ${side} × ${side}`,
    ours: () =>
      bytes.reduce((sum, [a = [], b = []]) => sum + (hausdorffDistance(a, b, shape) ?? Number.NaN), 0) / pairs,
    ...{ peer: "hd95", by: "scipy", tolerance: 1e-9 },
  },
  {
    name: `COCO scores of ${imageCount} images, ${classCount} classes`,
    ours: () => cocoScores(images, classCount).ap,
    ...{ peer: "coco", by: "pycocotools", tolerance: 1e-9 },
  },
];

const { ask, stop } = startPythonPeer(values.python, "./metrics_numpy.py");
const { versions } = await ask({
  auroc: { ...scored, draws },
  masks: { side, pairs: masks },
  detection: { images, classCount },
});
const rows: string[][] = [];
for (const comparison of comparisons) rows.push(await compare(comparison));
stop();
const named = Object.entries(versions).map(([name, version]) => `${name} ${version}`);
const about = `Milliseconds of processor time (all threads of each process), median of ${rounds} alternating rounds after one to warm up; results are checked to agree. ${named.join(", ")}. ${describeMachine()}. ${today()}.`;
const report = `${table(["metric", "beside", "Diaphane", "peer", "ratio (range)"], rows)}\n\n${about}`;
console.log(report);
if (values.write) writeSection("metrics", "Metrics against numpy, scikit-learn, scipy and pycocotools", report);

async function compare({ name, ours, peer, by, tolerance }: Comparison): Promise<string[]> {
  const times = { ours: [] as number[], peer: [] as number[] };
  for (let round = 0; round <= rounds; round++) {
    const start = process.cpuUsage();
    const value = [ours()].flat();
    const { user, system } = process.cpuUsage(start);
    const answer = await ask({ what: peer });
    const expected: number[] = [answer.value].flat();
    const isSame = value.every((one, i) => Math.abs(one - (expected[i] ?? Number.NaN)) <= tolerance);
    if (!isSame) throw new Error(`${name}: ${value} here, ${expected} by ${by}`);
    // The first round compiles.
    if (round === 0) continue;
    times.ours.push((user + system) / 1000);
    times.peer.push(answer.seconds * 1000);
  }
  const ratios = times.ours.map((one, i) => (times.peer[i] ?? 0) / one);
  const range = `${median(ratios).toFixed(1)} × (${Math.min(...ratios).toFixed(1)}–${Math.max(...ratios).toFixed(1)})`;
  return [name, by, median(times.ours).toFixed(0), median(times.peer).toFixed(0), range];
}

function median(all: readonly number[]): number {
  return all.toSorted((a, b) => a - b)[Math.floor(all.length / 2)] ?? 0;
}
