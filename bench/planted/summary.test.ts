import { expect, test } from "vitest";
import { type DecisionFigures, type PlantedRow, plantedPlot, plantedTable } from "./summary.ts";

const row = (training: string, figures: DecisionFigures[]): PlantedRow => ({
  ...{ data: "d", training, seed: 1, epochs: 8, figures, cpuSeconds: 50, engine: "native", date: "2026-01-01" },
});
const figures = (decision: string, audit: string | null, worst: number): DecisionFigures => ({
  ...{ decision, audit, test: "like", worst, auc: 0.9 },
  ...(audit === null ? {} : { seconds: 0.2, linear: 0.5 }),
});
const rows = [
  row("as it is", [figures("as it is", null, 0.4), figures("shift", "balanced", 0.7)]),
  row("clean images", [figures("clean images", null, 0.9)]),
];

test("tells what a decision recovers of the way from the flawed network to the clean one, and what it costs", () => {
  expect(plantedTable(rows, 1)).toEqual([
    ["as it is", "", "like", "0.400", "", "0.900", "–", "–", "50.0"],
    ["shift", "balanced", "like", "0.700", "0.60", "0.900", "0.50", "–", "0.2"],
    ["clean images", "", "like", "0.900", "", "0.900", "–", "–", "50.0"],
  ]);
});

test("has no recovery without the clean network", () => {
  expect(plantedTable(rows.slice(0, 1), 1)[1]?.[4]).toBe("–");
});

test("draws a dot for each kind of audit images", () => {
  expect(plantedPlot(rows, ["balanced", "biased"])[1]).toEqual({
    name: "shift",
    values: [null, { mean: 0.7, deviation: 0 }, null],
  });
});
