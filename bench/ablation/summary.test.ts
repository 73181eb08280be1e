import { expect, test } from "vitest";
import { type AblationRow, ablationPlot, ablationTable } from "./summary.ts";

const row = (variant: string, seed: number, auc: number): AblationRow => ({
  ...{ data: "d", size: "nano", variant, seed, epochs: null, auc, accuracy: 0.9, balancedAccuracy: 0.8 },
  ...{ psnr: 23, ssim: 0.7, active: 16, engine: "native", date: "2026-01-01" },
});
const rows = [row("default", 1, 0.95), row("default", 2, 0.97), row("other", 1, 0.94), row("other", 2, 0.96)];

test("differences are between trainings of the same seed", () => {
  const [first, other, none] = ablationTable(rows, ["default", "other", "never"], 2);
  expect(first?.slice(0, 3)).toEqual(["default", "0.960 ± 0.014", "–"]);
  expect(other?.slice(0, 3)).toEqual(["other", "0.950 ± 0.014", "-0.010 ± 0.000"]);
  expect(none?.slice(0, 3)).toEqual(["never", "not run", "not run"]);
});

test("a gain has its sign, and a seed without its counterpart no difference", () => {
  const [, better] = ablationTable([row("default", 1, 0.9), row("b", 1, 0.92), row("b", 2, 0.99)], ["default", "b"], 2);
  expect(better?.[2]).toBe("+0.020 (1 of 2)");
});

test("draws a dot a variant", () => {
  const plot = ablationPlot(rows, ["default", "never"]);
  expect(plot[0]?.values[0]?.mean).toBeCloseTo(0.96);
  expect(plot[1]?.values).toEqual([null]);
});
