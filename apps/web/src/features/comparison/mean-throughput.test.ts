import { expect, test } from "vitest";
import { emptyProgress, stepColumns } from "../training/progress/run-progress.ts";
import { meanThroughput } from "./mean-throughput.ts";

function progressWith(readings: { n: number; speed: number | null }[]) {
  const points = readings.map(({ n, speed }, x) => {
    return { x, n, values: stepColumns.map((name) => (name === "imagesPerSecond" ? speed : 0)) };
  });
  return { ...emptyProgress, steps: { stride: 2, points } };
}

test("a point counts by the readings in it, and one without a speed not at all", () => {
  const readings = [
    { n: 3, speed: 100 },
    { n: 1, speed: 200 },
    { n: 9, speed: null },
  ];
  expect(meanThroughput(progressWith(readings))).toBe(125);
});

test("nothing was read yet", () => {
  expect(meanThroughput(emptyProgress)).toBeNull();
});
