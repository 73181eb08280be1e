import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { NotEnoughDataError } from "./metric-errors.ts";
import { meanRanks, rankCorrelation } from "./rank-correlation.ts";

const [a, b] = [
  [3, 1, 4, 1, 5, 9, 2, 6, 5, 3],
  [2, 7, 1, 8, 2, 8, 1, 8, 2, 8],
];

describe("rankCorrelation", () => {
  it("with ties is SciPy's", () => {
    // scipy 1.17.1: scipy.stats.spearmanr(a, b).statistic
    expect(rankCorrelation(a, b).value).toBeCloseTo(0.13471506281091267, 12);
  });

  it("knows order alone: any rising change of values leaves it", () => {
    const values = fc.array(fc.tuple(fc.integer({ min: -50, max: 50 }), fc.integer({ min: -50, max: 50 })), {
      minLength: 4,
    });
    fc.assert(
      fc.property(values, (pairs) => {
        const [left, right] = [pairs.map(([x]) => x), pairs.map(([, y]) => y)];
        const { value, interval } = rankCorrelation(left, right);
        const cubed = left.map((x) => x ** 3 + x);
        expect(rankCorrelation(cubed, right).value).toBeCloseTo(value, 10);
        const falling = left.map((x) => -x);
        expect(rankCorrelation(falling, right).value).toBeCloseTo(-value, 10);
        expect(interval[0]).toBeLessThanOrEqual(value + 1e-12);
        expect(interval[1]).toBeGreaterThanOrEqual(value - 1e-12);
      }),
    );
  });

  it("is less sure of fewer subjects, and of three says nothing", () => {
    const width = (units?: number) => {
      const { interval } = rankCorrelation(a, b, units === undefined ? {} : { units });
      return interval[1] - interval[0];
    };
    expect(width(5)).toBeGreaterThan(width());
    expect(() => rankCorrelation(a, b, { units: 3 })).toThrow(NotEnoughDataError);
  });

  it("ranks ties at their mean, the highest first", () => {
    expect([...meanRanks([5, 9, 5, 1])]).toEqual([2.5, 1, 2.5, 4]);
  });
});
