import { describe, expect, it } from "vitest";
import type { Bundle } from "../bundle/open-bundle.ts";
import { randomImages } from "../testing/random-images.ts";
import { expectNoLeak, useEngine } from "../testing/use-engine.ts";
import { scoreOf } from "./early-stop.ts";
import { train } from "./train.ts";
import { defaultTrainingConfig, type TrainingConfig } from "./training-config.ts";
import type { TrainingEvent } from "./training-event.ts";

useEngine("wasm");

const data = { train: randomImages(8, 28), validation: randomImages(6, 28, 1, 2) };
/** Validation only gets worse after an epoch or two: what it sees are other images, with the labels the other way round. */
const against = { ...data, validation: { ...data.train, labels: data.train.labels.map((label) => 1 - label) } };
const config: TrainingConfig = {
  ...defaultTrainingConfig({ size: "nano", channels: 1, classes: data.train.classes, count: 8 }),
  ...{ epochs: 12, batchSize: 4, patienceEpochs: 2 },
};

async function run(checkpoint?: Uint8Array): Promise<{ bundle: Bundle; events: TrainingEvent[] }> {
  const events: TrainingEvent[] = [];
  const onEvent = (event: TrainingEvent): void => void events.push(event);
  const request = { config, data: against, seed: 5, draws: 20, onEvent };
  const bundle = await expectNoLeak(() => train({ ...request, ...(checkpoint ? { checkpoint } : {}) }));
  return { bundle, events };
}

const scores = (events: TrainingEvent[]): number[] =>
  events.flatMap((event) => (event.kind === "epoch" ? scoreOf(event.validation) : []));
const checkpoints = (events: TrainingEvent[]): Uint8Array[] =>
  events.flatMap((event) => (event.kind === "checkpoint" ? event.bytes : []));

describe("patience", () => {
  it("stops so many epochs after the best one and keeps its average; resumed anywhere, to the same end", async () => {
    const whole = await run();
    const found = scores(whole.events);
    const best = found.indexOf(Math.max(...found)) + 1;
    expect(found.length).toBeLessThan(config.epochs);
    expect(found.length).toBe(best + 2);
    expect(whole.events.at(-1)).toMatchObject({ kind: "finished", keptEpoch: best, step: 2 * found.length });
    expect(whole.bundle.manifest.metrics.validation?.auc?.value).toBe(found[best - 1]);
    for (const checkpoint of [checkpoints(whole.events).at(-1), checkpoints(whole.events).at(-2)]) {
      const resumed = await run(checkpoint);
      expect(resumed.bundle.weights).toEqual(whole.bundle.weights);
      expect(resumed.events.at(-1)).toMatchObject({ keptEpoch: best, step: 2 * found.length });
    }
  }, 60_000);
});

describe("scoreOf", () => {
  const figures = { auc: 0.7, accuracy: 0.6, loss: 0.4, dice: null, ap50: null, psnr: 20 };

  it("is the AUC, else what the labels still give, else the reconstruction: the larger, the better", () => {
    expect(scoreOf(figures)).toBe(0.7);
    expect(scoreOf({ ...figures, auc: null })).toBe(-0.4);
    expect(scoreOf({ ...figures, auc: null, loss: null })).toBe(20);
  });

  it("counts every head alike", () => {
    expect(scoreOf({ ...figures, dice: 0.5, ap50: 0.3 })).toBeCloseTo(0.5, 12);
    expect(scoreOf({ ...figures, auc: null, loss: null, ap50: 0.3 })).toBe(0.3);
  });
});
