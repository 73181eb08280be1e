import fc from "fast-check";
import { describe, expect, it } from "vitest";
import reference from "./fixtures/statistics.json" with { type: "json" };
import { normalCdf, normalQuantile } from "./normal-distribution.ts";

describe("normal distribution", () => {
  it("agrees with scipy to 11 digits, in the tails too", () => {
    const { points, cdf, shares, quantiles } = reference.normal;
    points.forEach((x, i) => {
      expect(normalCdf(x) / (cdf[i] ?? 0)).toBeCloseTo(1, 11);
    });
    shares.forEach((share, i) => {
      expect(normalQuantile(share)).toBeCloseTo(quantiles[i] ?? 0, 11);
    });
  });

  it("has a quantile that is the inverse of its distribution", () => {
    fc.assert(
      fc.property(fc.double({ min: 1e-12, max: 1 - 1e-6, noNaN: true }), (share) => {
        expect(normalCdf(normalQuantile(share)) / share).toBeCloseTo(1, 10);
      }),
    );
    expect(normalQuantile(0)).toBe(Number.NEGATIVE_INFINITY);
    expect(normalQuantile(1)).toBe(Number.POSITIVE_INFINITY);
  });
});
