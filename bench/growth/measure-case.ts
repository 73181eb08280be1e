import { openEngine } from "../../apps/trainer/src/engine/open-engine.ts";
import { registerGradients } from "../../packages/model/src/engine/gradients.ts";
import { defaultTrainingConfig } from "../../packages/model/src/training/training-config.ts";
import { createTrainingRun } from "../training/measure-training.ts";
import type { GrowthAnswer, GrowthRequest } from "./growth-case.ts";

// A process of its own, so that its peak of memory is this case's alone: `node bench/growth/measure-case.ts REQUEST`.
const request: GrowthRequest = JSON.parse(process.argv[2] ?? "");
const { size, inputSize, batchSize, images, steps, flatSteps } = request;
const engine = await openEngine();
registerGradients();
const classes = ["absent", "present"];
const defaults = defaultTrainingConfig({ size, inputSize, channels: 1, classes, count: images });
const run = createTrainingRun({ ...defaults, batchSize }, images);
const seconds = await run.measure({ warmup: 3, steps });
const prepareSeconds = run.prepare(steps);
// Pools and caches fill up first.
if (flatSteps > 0) await run.measure({ warmup: 0, steps: 1000 });
const early = process.memoryUsage.rss();
if (flatSteps > 0) await run.measure({ warmup: 0, steps: flatSteps });
const answer: GrowthAnswer = {
  version: engine.version,
  stepMs: (1000 * seconds) / steps,
  prepareMs: (1000 * prepareSeconds) / steps,
  peakMegabytes: process.resourceUsage().maxRSS / 1024,
  grownMegabytes: (process.memoryUsage.rss() - early) / 2 ** 20,
};
run.dispose();
console.log(JSON.stringify(answer));
