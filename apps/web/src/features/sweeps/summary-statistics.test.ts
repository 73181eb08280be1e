import { expect, test } from "vitest";
import { summarise } from "./summary-statistics.ts";

test("mean and the sample's standard deviation", () => {
  // Deviations −.01, .02, −.04, .03: √(.003 / 3).
  const summary = summarise([0.91, 0.94, 0.88, 0.95]);
  expect(summary?.n).toBe(4);
  expect(summary?.mean).toBeCloseTo(0.92, 12);
  expect(summary?.standardDeviation).toBeCloseTo(Math.sqrt(0.001), 12);
});

test("a small spread about a large mean keeps its digits", () => {
  expect(summarise([1e9 + 1, 1e9 + 2, 1e9 + 3])?.standardDeviation).toBeCloseTo(1, 9);
});

test("one value has no spread, none no mean", () => {
  expect(summarise([0.9])).toEqual({ n: 1, mean: 0.9, standardDeviation: null });
  expect(summarise([])).toBeNull();
});
