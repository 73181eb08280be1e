import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { mergeSeries, thin } from "./merge-series.ts";

describe("mergeSeries", () => {
  it("puts series with different x into one ascending table", () => {
    const rows = mergeSeries([
      {
        key: "train",
        name: "Train",
        points: [
          { x: 2, y: 20 },
          { x: 1, y: 10 },
        ],
      },
      { key: "test", name: "Test", points: [{ x: 2, y: 5, interval: [4, 6] }] },
    ]);
    expect(rows).toEqual([
      { x: 1, train: 10 },
      { x: 2, train: 20, test: 5, testBand: [4, 6] },
    ]);
  });
});

describe("thin", () => {
  it("keeps the extremes and the order, and stays within its limit", () => {
    const values = fc.array(fc.double({ min: -1e6, max: 1e6, noNaN: true }), { minLength: 1, maxLength: 2000 });
    fc.assert(
      fc.property(values, fc.integer({ min: 2, max: 300 }), (ys, limit) => {
        const points = ys.map((y, x) => ({ x, y }));
        const kept = thin(points, limit);
        expect(kept.length).toBeLessThanOrEqual(Math.max(limit, 2));
        expect(Math.max(...kept.map((point) => point.y))).toBe(Math.max(...ys));
        expect(Math.min(...kept.map((point) => point.y))).toBe(Math.min(...ys));
        expect(kept.every((point, index) => index === 0 || (kept[index - 1]?.x ?? 0) < point.x)).toBe(true);
      }),
    );
  });
});
