import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { randomImages } from "../testing/random-images.ts";
import { batchRows, labelledRowsOf } from "./labelled-rows.ts";
import { defaultTrainingConfig, type TrainingConfig } from "./training-config.ts";

const labels = Int32Array.from({ length: 20 }, (_, row) => (row % 4 === 0 ? row % 2 : -1));
const set = { ...randomImages(20, 4), labels };
const config: TrainingConfig = {
  ...defaultTrainingConfig({ size: "nano", channels: 1, classes: set.classes, count: 20 }),
  ...{ batchSize: 8, labelledShare: 0.25 },
};

describe("batches with a labelled share", () => {
  const rows = batchRows(config, set, 3);

  it("keep their first rows for labelled images, each of which has its turn before any has another", () => {
    expect(rows.labelledRows).toBe(2);
    const turns = Array.from({ length: 10 }, (_, step) => [...rows.at(step).order.subarray(0, 2)]).flat();
    for (let round = 0; round < 4; round++) {
      expect(turns.slice(round * 5, round * 5 + 5).toSorted((a, b) => a - b)).toEqual([0, 4, 8, 12, 16]);
    }
    expect(turns.slice(0, 5)).not.toEqual(turns.slice(5, 10));
  });

  it("show every image once an epoch in the others, the last of them short", () => {
    expect(rows.stepsPerEpoch).toBe(4);
    const seen = [0, 1, 2, 3].map((step) => [...rows.at(step).order.subarray(2)]);
    expect(seen.map((part) => part.length)).toEqual([6, 6, 6, 2]);
    expect(seen.flat().toSorted((a, b) => a - b)).toEqual([...Array(20).keys()]);
  });

  it("are a function of seed and step, in whatever order they are asked for", () => {
    fc.assert(
      fc.property(fc.nat(200), fc.nat(200), fc.nat(5), (first, step, seed) => {
        const asked = batchRows(config, set, seed);
        asked.at(first);
        expect(asked.at(step)).toEqual(batchRows(config, set, seed).at(step));
      }),
    );
    expect(batchRows(config, set, 4).at(0)).not.toEqual(rows.at(0));
  });

  it("need a label", () => {
    expect(() => batchRows(config, { ...set, labels: labels.map(() => -1) }, 1)).toThrow(
      "No training image has a label",
    );
  });
});

describe("labelledRowsOf", () => {
  it("leaves rows for both kinds, and is all rows without a share", () => {
    expect(labelledRowsOf({ ...config, labelledShare: 0.01 })).toBe(1);
    expect(labelledRowsOf({ ...config, labelledShare: 0.99 })).toBe(7);
    const { labelledShare: _share, ...plain } = config;
    expect(labelledRowsOf(plain)).toBe(8);
  });
});
