import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { openEngine } from "../../apps/trainer/src/engine/open-engine.ts";
import { openPixelFile, PixelFileWriter } from "../../apps/trainer/src/spool/pixel-file.ts";
import { registerGradients } from "../../packages/model/src/engine/gradients.ts";
import type { Pixels } from "../../packages/model/src/images/pixels.ts";
import { defaultTrainingConfig } from "../../packages/model/src/training/training-config.ts";
import { bytesOfImage, createTrainingRun, madeUpBytes } from "../training/measure-training.ts";
import type { GrowthAnswer, GrowthRequest } from "./growth-case.ts";

// A process of its own, so that its peak of memory is this case's alone: `node bench/growth/measure-case.ts REQUEST`.
const request: GrowthRequest = JSON.parse(process.argv[2] ?? "");
const { size, inputSize, batchSize, images, place, steps, flatSteps } = request;
const engine = await openEngine();
registerGradients();
const classes = ["absent", "present"];
const defaults = defaultTrainingConfig({ size, inputSize, channels: 1, classes, count: images });
const stride = bytesOfImage(defaults);
const pixels = place === "files" ? await inFile(images, stride) : madeUpBytes(images * stride);
const run = createTrainingRun({ ...defaults, batchSize }, pixels);
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

/** The same bytes in a file, of which a few images are in memory at a time while it is written. */
async function inFile(count: number, stride: number): Promise<Pixels> {
  const folder = await mkdtemp(path.join(tmpdir(), "diaphane-growth-"));
  try {
    const writer = await PixelFileWriter.create(path.join(folder, "images"));
    const chunk = 100;
    for (let from = 0; from < count; from += chunk) {
      await writer.add(madeUpBytes(Math.min(chunk, count - from) * stride, from * stride));
    }
    return openPixelFile(await writer.close());
  } finally {
    await rm(folder, { recursive: true });
  }
}
