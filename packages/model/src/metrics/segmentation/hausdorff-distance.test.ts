import fc from "fast-check";
import { describe, expect, it } from "vitest";
import reference from "../fixtures/segmentation.json" with { type: "json" };
import { squaredDistances } from "./distance-transform.ts";
import { hausdorffDistance } from "./hausdorff-distance.ts";

const pixels = (rows: string[]) => Uint8Array.from(rows.join(""), Number);
const surfaces = reference.surfaces.map(({ spacing: [row = 1, column = 1], ...data }) => ({
  ...data,
  ...{ predicted: pixels(data.predicted), reference: pixels(data.reference) },
  grid: { height: data.height, width: data.width, spacing: [row, column] as const },
}));

describe("squaredDistances", () => {
  it.each(surfaces)("agrees with scipy, also where pixels are not square (%#)", ({ predicted, grid, ...data }) => {
    squaredDistances(predicted, grid).forEach((distance, place) => {
      expect(distance).toBeCloseTo(data.distancesToPredicted[place] ?? Number.NaN, 9);
    });
  });

  it("is the least over all set pixels", () => {
    const mask = fc.uint8Array({ min: 0, max: 1, minLength: 35, maxLength: 35 });
    const spacing = fc.tuple(
      fc.double({ min: 0.1, max: 9, noNaN: true }),
      fc.double({ min: 0.1, max: 9, noNaN: true }),
    );
    fc.assert(
      fc.property(mask, spacing, (isSet, [row, column]) => {
        const grid = { height: 5, width: 7, spacing: [row, column] as const };
        squaredDistances(isSet, grid).forEach((distance, place) => {
          let least = Number.POSITIVE_INFINITY;
          isSet.forEach((set, other) => {
            if (set === 0) return;
            const dy = (Math.floor(place / 7) - Math.floor(other / 7)) * row;
            const dx = ((place % 7) - (other % 7)) * column;
            least = Math.min(least, dy * dy + dx * dx);
          });
          if (least === Number.POSITIVE_INFINITY) expect(distance).toBe(least);
          else expect(Math.abs(distance - least)).toBeLessThan(1e-9);
        });
      }),
    );
  });
});

describe("hausdorffDistance", () => {
  it.each(surfaces)("agrees with MONAI's definition on scipy (%#)", ({ predicted, grid, ...data }) => {
    expect(hausdorffDistance(predicted, data.reference, grid)).toBeCloseTo(data.hd["95"], 10);
    expect(hausdorffDistance(predicted, data.reference, { ...grid, percentile: 100 })).toBeCloseTo(data.hd["100"], 10);
  });

  it("is symmetric, 0 for equal masks, and at most the diagonal", () => {
    const mask = fc.uint8Array({ min: 0, max: 1, minLength: 48, maxLength: 48 });
    const shape = { height: 6, width: 8 };
    fc.assert(
      fc.property(mask, mask, (a, b) => {
        const distance = hausdorffDistance(a, b, shape);
        expect(hausdorffDistance(b, a, shape)).toBe(distance);
        expect(distance ?? 0).toBeLessThanOrEqual(Math.hypot(5, 7));
        expect(hausdorffDistance(a, a, shape) ?? 0).toBe(0);
      }),
    );
  });

  it("is null for two empty masks and the diagonal for one", () => {
    const shape = { height: 4, width: 5, spacing: [2, 1] as const };
    const empty = new Uint8Array(20);
    const some = Uint8Array.from({ length: 20 }, (_, i) => (i === 7 ? 1 : 0));
    expect(hausdorffDistance(empty, empty, shape)).toBeNull();
    expect(hausdorffDistance(some, empty, shape)).toBe(Math.hypot(6, 4));
    expect(hausdorffDistance(empty, some, shape)).toBe(Math.hypot(6, 4));
  });

  it("refuses masks that do not fit or hold other values", () => {
    expect(() => hausdorffDistance([1, 0], [0, 1], { height: 2, width: 2 })).toThrow("[2, 2] = 4 values, got 2");
    expect(() => hausdorffDistance([1, 2], [0, 1], { height: 1, width: 2 })).toThrow("label 1 is 2");
  });
});
