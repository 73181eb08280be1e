import { defaultTrainingConfig, estimateModel } from "@diaphane/model/config";
import { expect, test } from "vitest";
import { estimateSweep } from "./sweep-estimate.ts";

const shape = { channels: 1, classes: ["a", "b"], count: 1000 } as const;
const [nano, small] = (["nano", "small"] as const).map((size) => {
  return { ...defaultTrainingConfig({ ...shape, classes: [...shape.classes], size }), epochs: 10 };
});

test("every run is counted at its own size's speed", () => {
  if (!nano || !small) throw new Error("no configuration");
  const measured = [
    { imagesPerSecond: 1000, trainingCost: estimateModel(nano.model).trainingCost, engine: "native" },
    { imagesPerSecond: 100, trainingCost: estimateModel(small.model).trainingCost, engine: "native" },
  ];
  const estimate = estimateSweep({ configs: [nano, small], seeds: 3, imageCount: 1000, measured });
  const [a, b] = [estimateModel(nano.model).bundleSizeBytes, estimateModel(small.model).bundleSizeBytes];
  expect(estimate).toEqual({ runs: 6, seconds: 3 * (10 + 100), sizeBytes: 3 * (a.float32 + b.float32) });
});
