import { phantomSource } from "@diaphane/data";
import { defaultTrainingConfig, evaluate, loadModel, train } from "@diaphane/model";
import { describe, expect, it } from "vitest";
import { gatherTrainingData } from "../data/gather-training-data.ts";
import { openEngine } from "./open-engine.ts";

const engine = await openEngine();

describe.skipIf(engine.name === "wasm")("masks and boxes of the phantom", () => {
  it("are learned beside its classes, and scored as they were while training went on", async () => {
    const data = await gatherTrainingData(phantomSource({ count: 400, size: 32, seed: 5 }));
    const { classes, segmentation, detection, count } = data.train;
    const targets = { maskClasses: segmentation?.classes ?? [], boxClasses: detection?.classes ?? [] };
    const defaults = defaultTrainingConfig({ size: "nano", inputSize: 32, channels: 1, classes, ...targets, count });
    const config = { ...defaults, epochs: 4, averageDecay: 0.98 };
    const dice: (number | null)[] = [];
    const losses: number[] = [];
    const bundle = await train({
      ...{ config, data, seed: 1, draws: 50 },
      onEvent(event) {
        if (event.kind === "epoch") dice.push(event.validation.dice);
        if (event.kind === "step") losses.push(event.losses.detection);
      },
    });
    const { test } = bundle.manifest.metrics;
    expect(test?.segmentation?.dice?.value).toBeGreaterThan(0.55);
    expect(test?.detection?.overall?.ap50.interval).toHaveLength(2);
    expect(losses.at(-1)).toBeLessThan((losses[0] ?? 0) / 2);
    const model = await loadModel(bundle);
    const again = await evaluate(model, data.validation, { threshold: null, seed: 1, draws: 5 });
    expect(again.segmentation?.dice?.value).toBeCloseTo(dice.at(-1) ?? Number.NaN, 5);
    model.dispose();
  }, 120_000);
});
