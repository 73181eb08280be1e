import { parseArgs } from "node:util";
import { openEngine } from "../../apps/trainer/src/engine/open-engine.ts";
import { registerGradients } from "../../packages/model/src/engine/gradients.ts";
import { type SizeName, sizeNames } from "../../packages/model/src/network/model-config.ts";
import { defaultTrainingConfig } from "../../packages/model/src/training/training-config.ts";
import { startTorchPeer } from "../peers/torch-peer.ts";
import { describeMachine, today } from "../report/machine.ts";
import { table, writeSection } from "../report/write-section.ts";
import { createTrainingRun } from "./measure-training.ts";

// Training speed against PyTorch: same network, losses and optimiser, same batch, same number of threads, taking turns in one
// run. Augmentation is off on both sides. See bench/README.md.
const { values } = parseArgs({
  options: {
    python: { type: "string", default: "python3" },
    size: { type: "string", default: "nano,small" },
    batch: { type: "string", default: "128" },
    rounds: { type: "string", default: "5" },
    steps: { type: "string", default: "20" },
    threads: { type: "string", default: "2" },
    write: { type: "boolean", default: false },
  },
});
const [batchSize, rounds, steps, threads] = [values.batch, values.rounds, values.steps, values.threads].map(Number);
if (!batchSize || !rounds || !steps || !threads)
  throw new Error("--batch, --rounds, --steps and --threads are whole numbers from 1");
process.env["DIAPHANE_THREADS"] = String(threads);
const engine = await openEngine();
registerGradients();

const rows: string[][] = [];
let torchVersion = "";
const executions = new Set<string>();
for (const size of values.size.split(",")) {
  const known = sizeNames.find((name) => name === size);
  if (known === undefined) throw new Error(`--size names ${sizeNames.join(", ")}, not ${size}`);
  rows.push(await compare(known));
}
const header = [
  "network",
  "parameters",
  `Diaphane ${engine.name}`,
  "PyTorch contiguous",
  "PyTorch channels_last",
  "PyTorch compiled",
  "ratio to the best (range)",
];
const about = `Images a second, batch ${batchSize}, ${threads} threads, median of ${rounds} alternating rounds of ${steps} steps. ${engine.version}, ${[...executions].join(" and ")} steps; PyTorch ${torchVersion}. ${describeMachine()}. ${today()}.`;
const report = `${table(header, rows)}\n\n${about}`;
console.log(report);
if (values.write) writeSection("training", "Training speed against PyTorch", report);

async function compare(size: SizeName): Promise<string[]> {
  const defaults = defaultTrainingConfig({ size, channels: 1, classes: ["normal", "pneumonia"], count: 4708 });
  const still = { shiftPixels: 0, rotationDegrees: 0, scale: 0, brightness: 0 };
  const config = { ...defaults, batchSize: batchSize ?? 0, augmentation: still };
  const run = createTrainingRun(config);
  const peer = await startTorchPeer(values.python, { architecture: run.architecture, config, threads });
  try {
    if (peer.parameters !== run.parameters)
      throw new Error(`The peer has ${peer.parameters} parameters, not ${run.parameters}`);
    torchVersion = peer.version;
    const request = { warmup: 3, steps: steps ?? 0 };
    const speeds = {
      ours: [] as number[],
      contiguous: [] as number[],
      channelsLast: [] as number[],
      compiled: [] as number[],
    };
    const speed = (seconds: number) => (config.batchSize * request.steps) / seconds;
    for (let round = 0; round < (rounds ?? 0); round++) {
      speeds.ours.push(speed(await run.measure(request)));
      const ofPeer = async (layout: "contiguous" | "channels_last", compiled: boolean) =>
        speed(await peer.measure({ ...request, layout, compiled }));
      speeds.contiguous.push(await ofPeer("contiguous", false));
      speeds.channelsLast.push(await ofPeer("channels_last", false));
      speeds.compiled.push(await ofPeer("contiguous", true));
    }
    const ratios = speeds.ours.map(
      (ours, i) => ours / Math.max(speeds.contiguous[i] ?? 0, speeds.channelsLast[i] ?? 0, speeds.compiled[i] ?? 0),
    );
    const medians = [speeds.ours, speeds.contiguous, speeds.channelsLast, speeds.compiled].map((all) =>
      median(all).toFixed(0),
    );
    const range = `${median(ratios).toFixed(2)} × (${Math.min(...ratios).toFixed(2)}–${Math.max(...ratios).toFixed(2)})`;
    executions.add(run.execution);
    return [size, run.parameters.toLocaleString("en"), ...medians, range];
  } finally {
    peer.stop();
    run.dispose();
  }
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}
