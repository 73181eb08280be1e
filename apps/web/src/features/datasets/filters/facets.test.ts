import type { DatasetSummary } from "@diaphane/core/schemas";
import { describe, expect, it } from "vitest";
import { facetsOf } from "./facets.ts";

const some = (TRAIN: number, TEST = 0) => ({ TRAIN, VALIDATION: 0, TEST });
const names = { split: (split: string) => split.toLowerCase(), label: (label: number | null) => `class ${label}` };

const summary: DatasetSummary = {
  splits: some(8, 2),
  labels: [
    { label: 0, counts: some(5, 2) },
    { label: null, counts: some(3) },
  ],
  attributes: [
    {
      name: "sex",
      kind: "BINARY",
      values: [
        { value: "F", counts: some(6, 1) },
        { value: null, counts: some(2, 1) },
      ],
    },
    { name: "age", kind: "CONTINUOUS", min: 0, max: 9, bins: [], missing: some(0) },
    {
      name: "number",
      kind: "CATEGORICAL",
      values: Array.from({ length: 25 }, (_, i) => ({ value: `${i}`, counts: some(1) })),
    },
  ],
  subjects: null,
  subjectsInSeveralSplits: 0,
};

describe("facets", () => {
  it("are the splits that have images, the labels with the unlabelled, and attributes of few values", () => {
    expect(facetsOf(summary, names)).toEqual({
      splits: [
        { value: "TRAIN", name: "train", count: 8 },
        { value: "TEST", name: "test", count: 2 },
      ],
      labels: [
        { value: 0, name: "class 0", count: 7 },
        { value: null, name: "class null", count: 3 },
      ],
      attributes: [{ name: "sex", values: [{ value: "F", name: "F", count: 7 }] }],
    });
  });
});
