import { expect, test } from "vitest";
import { countRuns, initialSweep, sweepObstacle, toggleNumber } from "./sweep-choice.ts";

const choice = { ...initialSweep("nano", { capacity: 25, beta: 4 }), beta: [1, 2, 4, 8] };

test("runs are sizes × seeds × the values that limit the code", () => {
  expect(countRuns({ ...choice, sizes: ["nano", "small"] }, "beta")).toBe(24);
  expect(countRuns(choice, "capacity")).toBe(3);
  expect(countRuns({ ...choice, seeds: [] }, "beta")).toBe(0);
});

test.each([
  [[1], "tooFewRuns:2"],
  [[1, 2], null],
  [Array.from({ length: 61 }, (_, seed) => seed), "tooManyRuns:60"],
])("seeds %j: %s", (seeds, obstacle) => {
  expect(sweepObstacle({ ...choice, seeds }, "capacity")).toBe(obstacle);
});

test("numbers stay in order and stand there once", () => {
  expect(toggleNumber([1, 10], 2)).toEqual([1, 2, 10]);
  expect(toggleNumber([1, 2, 10], 2)).toEqual([1, 10]);
});
