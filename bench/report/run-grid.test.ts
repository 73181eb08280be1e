import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { ResultFile } from "./result-file.ts";
import { runGrid } from "./run-grid.ts";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), "diaphane-grid-"));
  vi.spyOn(console, "error").mockImplementation(() => {});
});
afterEach(() => {
  vi.restoreAllMocks();
  rmSync(folder, { recursive: true });
});

const open = () => new ResultFile<{ seed: number }, { auc: number }>(folder, "any");

test("measures each task once, and goes on after a failure with what is missing", async () => {
  const tasks = [1, 2, 3].map((seed) => ({ seed }));
  const measured: number[] = [];
  const measure = async ({ seed }: { seed: number }) => {
    measured.push(seed);
    if (seed === 3 && measured.length < 4) throw new Error("the power went");
    return { auc: seed / 10 };
  };
  const grid = { tasks, stored: false, measure };
  await expect(runGrid({ ...grid, results: open() })).rejects.toThrow("power");
  const rows = await runGrid({ ...grid, results: open() });
  expect(measured).toEqual([1, 2, 3, 3]);
  expect(rows.map(({ auc }) => auc)).toEqual([0.1, 0.2, 0.3]);
});

test("measures nothing when only what is stored is asked for", async () => {
  open().add({ seed: 2, auc: 0.9 });
  const measure = vi.fn();
  const tasks = [{ seed: 1 }, { seed: 2 }];
  expect(await runGrid({ tasks, results: open(), stored: true, measure })).toEqual([{ seed: 2, auc: 0.9 }]);
  expect(measure).not.toHaveBeenCalled();
});
