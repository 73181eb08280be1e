import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { randomImages } from "../testing/random-images.ts";
import { keepLabels, labelledOnly } from "./keep-labels.ts";

/** 12 of one class, 6 of another, 2 of a third, and 4 without a label. */
const labels = Int32Array.from({ length: 24 }, (_, row) => (row < 12 ? 0 : row < 18 ? 1 : row < 20 ? 2 : -1));
const set = { ...randomImages(24, 4), classes: ["a", "b", "c"], labels };
const counts = (found: Int32Array): number[] => [0, 1, 2].map((k) => found.filter((label) => label === k).length);

describe("keepLabels", () => {
  it("keeps a number evenly, and what a class lacks falls to the others", () => {
    expect(counts(keepLabels(set, { count: 6 }, 1).labels)).toEqual([2, 2, 2]);
    expect(counts(keepLabels(set, { count: 11 }, 1).labels)).toEqual([5, 4, 2]);
    expect(counts(keepLabels(set, { count: 20 }, 1).labels)).toEqual([12, 6, 2]);
  });

  it("keeps a share in proportion, at least one of each class where that can be", () => {
    expect(counts(keepLabels(set, { share: 0.5 }, 1).labels)).toEqual([6, 3, 1]);
    expect(counts(keepLabels(set, { share: 0.15 }, 1).labels)).toEqual([1, 1, 1]);
    expect(counts(keepLabels(set, { share: 1 }, 1).labels)).toEqual([12, 6, 2]);
  });

  it("keeps as many as asked for, and only right ones", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 20 }), fc.nat(), fc.boolean(), (wanted, seed, isShare) => {
        const kept = keepLabels(set, isShare ? { share: wanted / 20 } : { count: wanted }, seed).labels;
        expect(kept.filter((label) => label >= 0).length).toBe(wanted);
        kept.forEach((label, row) => {
          if (label >= 0) expect(label).toBe(labels[row]);
        });
      }),
    );
  });

  it("follows from the seed", () => {
    const kept = (seed: number) => [...keepLabels(set, { count: 6 }, seed).labels];
    expect(kept(1)).toEqual(kept(1));
    expect(kept(1)).not.toEqual(kept(2));
  });

  it("refuses to keep more than there are, or none", () => {
    expect(() => keepLabels(set, { count: 21 }, 1)).toThrow("21 labels are to be kept of 20");
    expect(() => keepLabels(set, { share: 0.01 }, 1)).toThrow("0 labels are to be kept of 20");
  });
});

describe("labelledOnly", () => {
  it("leaves the images that have a label, with all that is known of them", () => {
    const ages = Float32Array.from({ length: 24 }, (_, row) => row);
    const few = keepLabels({ ...set, attributes: new Map([["age", ages]]) }, { count: 3 }, 4);
    const kept = labelledOnly(few);
    expect(kept.count).toBe(3);
    expect(counts(kept.labels)).toEqual([1, 1, 1]);
    kept.attributes?.get("age")?.forEach((row, place) => {
      expect(few.labels[row]).toBe(kept.labels[place]);
      expect(kept.images.subarray(place * 16, (place + 1) * 16)).toEqual(set.images.subarray(row * 16, (row + 1) * 16));
    });
  });
});
