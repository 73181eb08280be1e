import { expect, test } from "vitest";
import { type LabelsRow, labelsCurves, labelsTable } from "./summary.ts";

const row = (method: string, labels: string, seed: string, auc: number): LabelsRow => ({
  ...{ data: "d", size: "nano", epochs: null, method, labels, seed, auc },
  ...{ accuracy: 0.5, validationAuc: 0.5, engine: "native", date: "2026-01-01" },
});
const rows = [row("a", "1%", "1", 0.8), row("a", "1%", "2", 0.9), row("a", "100%", "1", 0.95)];
const grid = { methods: ["a", "b"], amounts: ["1%", "100%"], seeds: 2 };

test("has a cell for every method and amount, also where there is no result yet", () => {
  expect(labelsTable(rows, grid)).toEqual([
    ["a", "0.850 ± 0.071", "0.950 (1 of 2)"],
    ["b", "not run", "not run"],
  ]);
});

test("draws what there is", () => {
  const [a, b] = labelsCurves(rows, grid);
  expect(a?.points[0]?.mean).toBeCloseTo(0.85);
  expect(a?.points[1]).toEqual({ mean: 0.95, deviation: 0 });
  expect(b?.points).toEqual([null, null]);
});
