import { defaultTrainingConfig, estimateModel, type SizeName, sizeNames } from "@diaphane/model/config";
import fc from "fast-check";
import { expect, test } from "vitest";
import { assumedGflops, estimateRun, estimateTime } from "./estimate-time.ts";

const question = { multiplyAdds: 5_000_000, trainingCost: 10_000_000, work: 20_000, measured: [] };
const native = { engine: "native", trainingCost: 10_000_000, imagesPerSecond: 1000 };

test("a run of a like model is believed, the newest first", () => {
  const slower = { ...native, imagesPerSecond: 500 };
  expect(estimateTime({ ...question, measured: [native, slower] })).toEqual({
    seconds: 20,
    imagesPerSecond: 1000,
    basis: "sameModel",
    engine: "native",
  });
});

test("a run of another size is scaled by its cost", () => {
  const larger = { ...native, trainingCost: 40_000_000, imagesPerSecond: 250 };
  const estimate = estimateTime({ ...question, measured: [larger] });
  expect(estimate.basis).toBe("otherModel");
  expect(estimate.imagesPerSecond).toBeCloseTo(1000);
});

test("without any run the machine's speed is assumed, and said so", () => {
  const estimate = estimateTime(question);
  expect(estimate.basis).toBe("assumed");
  expect(estimate.engine).toBeNull();
  expect(estimate.imagesPerSecond).toBeCloseTo((assumedGflops * 1e9) / (6 * 5_000_000));
});

test("more images or epochs never take less time", () => {
  const size = fc.integer({ min: 1, max: 100_000 });
  const config = defaultTrainingConfig({ size: "nano", channels: 1, classes: ["a", "b"], count: 4000 });
  fc.assert(
    fc.property(size, size, fc.integer({ min: 1, max: 200 }), (few, more, epochs) => {
      const [a, b] = [Math.min(few, more), Math.max(few, more)];
      const time = (trainCount: number, more: number) => {
        const dataset = { trainCount, validationCount: 500, testCount: 500 };
        return estimateRun({ ...config, epochs: epochs + more }, dataset, [native]).seconds;
      };
      expect(time(a, 0)).toBeLessThanOrEqual(time(b, 0));
      expect(time(a, 0)).toBeLessThan(time(a, 1));
    }),
  );
});

test("larger networks take longer, none absurdly", () => {
  const costOf = (size: SizeName) => {
    const model = defaultTrainingConfig({ size, channels: 1, classes: ["a", "b"], count: 4000 }).model;
    return estimateModel(model);
  };
  const measured = [{ engine: "native", imagesPerSecond: 500, trainingCost: costOf("nano").trainingCost }];
  const speeds = sizeNames.map((size) => estimateTime({ ...question, ...costOf(size), measured }).imagesPerSecond);
  expect(speeds).toEqual(speeds.toSorted((a, b) => b - a));
  expect(speeds.at(-1)).toBeGreaterThan(2);
});
