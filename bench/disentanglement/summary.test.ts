import { expect, test } from "vitest";
import { columns, type DisentanglementRow, disentanglementTable, tradeOff } from "./summary.ts";

const row = (objective: string, seed: number, mig: number, auc: number | null): DisentanglementRow => ({
  ...{ data: "d", objective, seed, epochs: 8, mig, auc, sap: 0.1, disentanglement: 0.2, completeness: 0.3 },
  ...{ informativeness: 0.4, modularity: 0.5, factorVae: 0.6, zDiff: 0.7, active: 9, psnr: 20 },
  ...{ engine: "native", date: "2026-01-01" },
});

test("a row an objective, a cell a metric, with the spread over seeds", () => {
  const [a, b] = disentanglementTable([row("a", 1, 0.1, null), row("a", 2, 0.3, null)], ["a", "b"], 2);
  expect(a?.slice(0, 3)).toEqual(["a", "0.200 ± 0.141", "0.100 ± 0.000"]);
  expect(a?.at(-1)).toBe("–");
  expect(b).toEqual(["b", ...columns.map(() => "not run")]);
});

test("sets disentanglement against AUC, or PSNR where nothing is classified", () => {
  const labelled = tradeOff([row("a", 1, 0.1, 0.9), row("a", 2, 0.3, 0.8)], ["a", "b"]);
  expect(labelled.yTitle).toContain("AUC");
  expect(labelled.points.map(({ name, y }) => [name, y.mean.toFixed(2)])).toEqual([["a", "0.85"]]);
  expect(tradeOff([row("a", 1, 0.1, null)], ["a"]).points[0]?.y.mean).toBe(20);
});
