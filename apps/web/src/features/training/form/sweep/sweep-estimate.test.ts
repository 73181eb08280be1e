import { defaultTrainingConfig, estimateModel } from "@diaphane/model/config";
import { expect, test } from "vitest";
import { estimateSweep } from "./sweep-estimate.ts";

const shape = { channels: 1, classes: ["a", "b"], count: 1000 } as const;
const dataset = { trainCount: 1000, validationCount: 0, testCount: 0 };
const [nano, small] = (["nano", "small"] as const).map((size) => {
  return { ...defaultTrainingConfig({ ...shape, classes: [...shape.classes], size }), epochs: 10 };
});

test("every run is counted at its own size's speed", () => {
  if (!nano || !small) throw new Error("no configuration");
  const measured = [
    { imagesPerSecond: 1000, trainingCost: estimateModel(nano.model).trainingCost, engine: "native" },
    { imagesPerSecond: 100, trainingCost: estimateModel(small.model).trainingCost, engine: "native" },
  ];
  const estimate = estimateSweep({ configs: [nano, small], seeds: 3, dataset, measured });
  const [a, b] = [estimateModel(nano.model).bundleSizeBytes, estimateModel(small.model).bundleSizeBytes];
  // Nothing to check or score here: ten epochs of a thousand images, and all of them once more to describe the latents.
  expect(estimate).toMatchObject({ runs: 6, sizeBytes: 3 * (a.float32 + b.float32) });
  expect(estimate.seconds).toBeCloseTo(3 * (10 + 100) * (1 + 1 / 20));
});
