import { expect, test } from "vitest";
import { type SegmentationRow, segmentationPlot, segmentationTable } from "./summary.ts";

const trained = (dice: number) => ({ dice, iou: dice / 2, hd95: 3, parameters: 1000, epochs: 8, cpuSeconds: 60 });
const row = (data: string, seed: number, dice: number, human: number | null): SegmentationRow => ({
  ...{ data, size: "nano", inputSize: 64, seed, epochs: null, ours: trained(dice), peer: trained(dice + 0.1) },
  human: human === null ? null : { dice: human, iou: human, hd95: null },
  ...{ engine: "native", torch: "2", date: "2026-01-01" },
});
const rows = [row("vessels", 1, 0.5, 0.75), row("vessels", 2, 0.6, 0.75), row("cells", 1, 0.8, null)];

test("has a person's row only where a person drew twice, and says what was not run", () => {
  const table = segmentationTable(rows, ["vessels", "cells", "brains"], 2);
  expect(table.map(([data, name]) => `${data}: ${name}`)).toEqual([
    "vessels: Diaphane nano, 64 px",
    "vessels: U-Net (PyTorch), 64 px",
    "vessels: second observer",
    "cells: Diaphane nano, 64 px",
    "cells: U-Net (PyTorch), 64 px",
    "brains: not run",
  ]);
  expect(table[0]?.slice(2)).toEqual(["1,000", "8", "60", "0.550 ± 0.071", "0.275 ± 0.035", "3.0 ± 0.0"]);
  // A person has no seed: the same figure in every row is one figure.
  expect(table[2]?.slice(5)).toEqual(["0.750", "0.750", "–"]);
  expect(table[3]?.[5]).toBe("0.800 (1 of 2)");
  expect(table.every((cells) => cells.length === 8)).toBe(true);
});

test("draws Dice of each, in one order", () => {
  const [vessels, cells] = segmentationPlot(rows, ["vessels", "cells"]);
  expect(vessels?.values[0]?.mean).toBeCloseTo(0.55);
  expect(vessels?.values[1]?.mean).toBeCloseTo(0.65);
  expect(vessels?.values[2]?.mean).toBeCloseTo(0.75);
  expect(cells?.values[2]).toBeNull();
});
