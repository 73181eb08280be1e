import fc from "fast-check";
import { expect, test } from "vitest";
import { appendReading, emptySeries, type Series, truncateSeries } from "./series.ts";

function seriesOf(values: readonly number[], capacity: number): Series {
  return values.reduce<Series>((series, value, index) => appendReading(series, index, [value], capacity), emptySeries);
}

test("a curve keeps its bound and its mean, whatever its length", () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: -1000, max: 1000 }), { minLength: 1, maxLength: 400 }), (values) => {
      const { points } = seriesOf(values, 16);
      expect(points.length).toBeLessThanOrEqual(16);
      expect(points.reduce((sum, point) => sum + point.n, 0)).toBe(values.length);
      const mean = points.reduce((sum, point) => sum + point.n * (point.values[0] ?? Number.NaN), 0) / values.length;
      expect(mean).toBeCloseTo(values.reduce((sum, value) => sum + value, 0) / values.length, 6);
    }),
  );
});

test("a curve shorter than its bound is kept reading for reading", () => {
  expect(seriesOf([3, 1, 4, 1, 5], 16).points.map((point) => point.values[0])).toEqual([3, 1, 4, 1, 5]);
});

test("a missing reading takes no part in a mean", () => {
  const series = appendReading({ stride: 2, points: [{ x: 0, n: 1, values: [4, null] }] }, 1, [8, 2]);
  expect(series.points).toEqual([{ x: 1, n: 2, values: [6, 2] }]);
});

test("truncation forgets later points only", () => {
  const series = truncateSeries(seriesOf([1, 2, 3, 4], 16), 1);
  expect(series.points.map((point) => point.x)).toEqual([0, 1]);
});
