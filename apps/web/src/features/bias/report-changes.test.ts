import { auditModel, type BiasReport } from "@diaphane/model/bias";
import { expect, test } from "vitest";
import { reportChanges } from "./report-changes.ts";

/** A report over 80 images of two sites; the first `wrong` of them are called wrongly. */
function reportOf({ wrong, draws = 100 }: { wrong: number; draws?: number }): BiasReport {
  const labels = Int32Array.from({ length: 80 }, (_, row) => row % 2);
  const codes = Float32Array.from(labels, (label, row) => (row < wrong ? 0.5 - label : label - 0.5));
  const site = { name: "site", values: ["a", "b"], of: Int32Array.from(labels, (_, row) => (row < 40 ? 0 : 1)) };
  const head = { latentDim: 1, classCount: 2, weights: Float32Array.of(0, 1), bias: new Float32Array(2) };
  return auditModel(
    { modelHash: "a", classes: ["well", "ill"], head, codes, labels, attributes: [site] },
    { seed: 1, draws, permutations: 0, without: ["use", "slices", "intersections"] },
  );
}

test("the same report has not changed", () => {
  expect(reportChanges(reportOf({ wrong: 4 }), reportOf({ wrong: 4 }))).toEqual({ settings: [], moved: [] });
});

test("what it was made with and what moved are told, the surest change first, of no group that did not", () => {
  const { settings, moved } = reportChanges(reportOf({ wrong: 0 }), reportOf({ wrong: 36, draws: 200 }));
  expect(settings).toEqual([{ name: "draws", before: "100", after: "200" }]);
  expect(moved.every(({ group }) => group[0] !== "b")).toBe(true);
  expect(moved.map(({ group }) => group.join())).toContain("");
  const [first] = moved;
  expect(first).toMatchObject({ attributes: ["site"], group: ["a"] });
  expect(first?.after.interval[1]).toBeLessThan(first?.before.interval[0] ?? 0);
});
