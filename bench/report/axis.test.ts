import { expect, test } from "vitest";
import { axisOf } from "./axis.ts";

test("covers the values with few round ticks", () => {
  const { place, ticks } = axisOf([0.853, 0.967], 400, 0);
  expect(ticks.map(({ label }) => label)).toEqual(["0.84", "0.86", "0.88", "0.90", "0.92", "0.94", "0.96", "0.98"]);
  expect(place(0.84)).toBeCloseTo(400);
  expect(place(0.91)).toBeCloseTo(200);
  expect(place(0.98)).toBeCloseTo(0);
});

test("has two ends where all values are one", () => {
  const { ticks } = axisOf([0.5], 0, 10);
  expect(ticks).toHaveLength(2);
});

test("writes whole numbers where steps are whole", () => {
  expect(axisOf([12, 17], 0, 10).ticks.map(({ label }) => label)).toEqual(["12", "13", "14", "15", "16", "17"]);
});
