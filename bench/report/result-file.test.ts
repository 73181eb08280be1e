import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { ResultFile } from "./result-file.ts";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), "diaphane-results-"));
});
afterEach(() => rmSync(folder, { recursive: true }));

const open = () =>
  new ResultFile<{ data: string; seed: number; epochs: number | null }, { auc: number }>(folder, "any");

test("finds what was measured, in another process too, and nothing else", () => {
  open().add({ data: "a", seed: 1, epochs: null, auc: 0.5 });
  open().add({ data: "a", seed: 2, epochs: null, auc: 0.6 });
  expect(open().find({ epochs: null, data: "a", seed: 2 })?.auc).toBe(0.6);
  expect(open().find({ data: "a", seed: 2, epochs: 3 })).toBeUndefined();
  expect(open().find({ data: "b", seed: 1, epochs: null })).toBeUndefined();
});

test("takes the latest of two results of the same", () => {
  open().add({ data: "a", seed: 1, epochs: 3, auc: 0.5 });
  open().add({ data: "a", seed: 1, epochs: 3, auc: 0.7 });
  expect(open().find({ data: "a", seed: 1, epochs: 3 })?.auc).toBe(0.7);
  expect(readFileSync(path.join(folder, "any.jsonl"), "utf8").trim().split("\n")).toHaveLength(2);
});
