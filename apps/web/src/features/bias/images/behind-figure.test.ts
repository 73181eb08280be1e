import { expect, test } from "vitest";
import { behindFigure, type ReportCases } from "./behind-figure.ts";

const settings = {
  ...{ seed: 1, draws: 100, permutations: 100, level: 0.95, intervals: "bca" as const },
  ...{ fewestCases: 10, fewestIntersection: 30, threshold: 0.5 },
};
const report = { classes: ["normal", "opacity"], noFinding: "normal", settings };

/** Six audited images at places 3, 5, 8, 9, 12 and 20 of their set; the last has no label. */
const cases: ReportCases = {
  ...{ datasetVersionId: "v", height: 1, width: 1, channels: 1 },
  places: [3, 5, 8, 9, 12, 20],
  labels: [1, 1, 0, 0, 1, -1],
  logits: [2, 0, 0, 3, 0, 1, 2, 0, 4, 0, 0, 9],
  attributes: [
    { name: "sex", kind: "CATEGORICAL", values: ["f", "m"], column: [0, 0, 0, 1, null, 0] },
    { name: "age", kind: "CONTINUOUS", values: [], column: [10, 20, 30, 40, 50, 60] },
  ],
};

test("a group opens exactly its labelled images, by their places in the set: missed, false alarms, right", () => {
  const shown = behindFigure(cases, report, { kind: "group", attributes: ["sex"], group: ["f"] });
  expect(shown.map(({ place, kind }) => [place, kind])).toEqual([
    [3, "missed"],
    [8, "falseAlarm"],
    [5, "right"],
  ]);
});

test("those without a value are a group of their own, and bands of numbers are the report's", () => {
  const missing = behindFigure(cases, report, { kind: "group", attributes: ["sex"], group: [null] });
  expect(missing.map(({ place }) => place)).toEqual([12]);
  const band = behindFigure(cases, report, { kind: "group", attributes: ["age"], group: ["20–40"] });
  expect(band.map(({ place }) => place)).toEqual([8, 5]);
});

test("an intersection opens what both say, a slice its own places, and an attribute taken back nothing", () => {
  const both = { kind: "group" as const, attributes: ["sex", "age"], group: ["f", "20–40"] };
  expect(behindFigure(cases, report, both).map(({ place }) => place)).toEqual([8, 5]);
  const slice = behindFigure(cases, report, { kind: "places", places: [12, 3] });
  expect(slice.map(({ place }) => place)).toEqual([12, 3]);
  expect(behindFigure(cases, report, { kind: "group", attributes: ["gone"], group: ["f"] })).toEqual([]);
});
