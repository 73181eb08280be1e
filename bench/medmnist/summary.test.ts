import { expect, test } from "vitest";
import { publishedFor } from "./published.ts";
import { type MedMnistRow, medMnistPlot, medMnistTable } from "./summary.ts";

const estimate = (value: number) => ({ value, interval: [value - 0.02, value + 0.02] as [number, number] });
const row = (data: string, size: string, seed: string, auc: number): MedMnistRow => ({
  ...{ data, size, inputSize: null, seed, parameters: 91860, epochs: 8, auc: estimate(auc), accuracy: estimate(0.5) },
  ...{ balancedAccuracy: estimate(0.4), psnr: 22, ssim: 0.7, engine: "native", date: "2026-01-01" },
});
const rows = [row("retinamnist", "nano", "1", 0.7), row("retinamnist", "nano", "2", 0.72)];
const grid = { names: ["retinamnist", "own"], sizes: ["nano", "large"], seeds: 2 };

test("sets ours beside what is published, and says what was not run", () => {
  const table = medMnistTable(rows, grid);
  expect(table.map(([data, model]) => `${data} ${model}`)).toEqual([
    "retinamnist Diaphane nano",
    "retinamnist Diaphane large",
    "retinamnist ResNet-18, 28 px, published",
    "retinamnist ResNet-50, 224 px, published",
    "retinamnist Google AutoML Vision, published",
    "own Diaphane nano",
    "own Diaphane large",
  ]);
  expect(table[0]?.[3]).toBe("0.710 ± 0.014 [0.680, 0.720]");
  expect(table[1]?.[3]).toBe("not run");
  expect(table.every((cells) => cells.length === 8)).toBe(true);
});

test("draws a dot for each that there is", () => {
  const { series, rows: plotted } = medMnistPlot(rows, grid);
  expect(series.slice(0, 2)).toEqual(["nano", "large"]);
  expect(plotted[0]?.values.map((value) => value?.mean.toFixed(3) ?? null)).toEqual([
    "0.710",
    null,
    "0.717",
    "0.716",
    "0.750",
  ]);
  expect(plotted[1]?.values.every((value) => value === null)).toBe(true);
});

test("knows a file by its name, whatever its side", () => {
  expect(publishedFor("pneumoniamnist_64")[0]?.auc).toBe(0.944);
  expect(publishedFor("bccd")).toEqual([]);
});
