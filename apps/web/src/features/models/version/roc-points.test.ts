import fc from "fast-check";
import { expect, test } from "vitest";
import { pointAt, thinPoints } from "./roc-points.ts";

const points = [
  { threshold: null, truePositiveRate: 0, falsePositiveRate: 0 },
  { threshold: 0.9, truePositiveRate: 0.5, falsePositiveRate: 0 },
  { threshold: 0.5, truePositiveRate: 0.8, falsePositiveRate: 0.2 },
  { threshold: 0.1, truePositiveRate: 1, falsePositiveRate: 1 },
];

test("a threshold lies on the last point that it does not exceed", () => {
  expect(pointAt(points, 0.5)).toBe(points[2]);
  expect(pointAt(points, 0.6)).toBe(points[1]);
  expect(pointAt(points, 0.95)).toBe(points[0]);
  expect(pointAt(points, 0)).toBe(points[3]);
  expect(pointAt([], 0.5)).toBeNull();
});

test("thinning keeps both ends and the order", () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 2000 }), fc.integer({ min: 2, max: 50 }), (length, limit) => {
      const curve = Array.from({ length }, (_, at) => ({
        threshold: 1 - at / length,
        truePositiveRate: at,
        falsePositiveRate: at,
      }));
      const thinned = thinPoints(curve, limit);
      expect(thinned.length).toBeLessThanOrEqual(Math.max(limit, 1));
      expect(thinned[0]).toBe(curve[0]);
      expect(thinned.at(-1)).toBe(curve.at(-1));
      expect(
        thinned.every((point, at) => at === 0 || point.truePositiveRate > (thinned[at - 1]?.truePositiveRate ?? 0)),
      ).toBe(true);
    }),
  );
});
