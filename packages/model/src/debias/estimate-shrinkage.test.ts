import { describe, expect, it } from "vitest";
import { estimateShrinkage } from "./estimate-shrinkage.ts";

/** `[count]` numbers of no pattern that a covariance sees. */
function columnsOf(count: number): Float64Array[] {
  return [0, 1, 2].map((j) =>
    Float64Array.from({ length: count }, (_, i) => (((i * 7 + j * 5 + i * j) % 11) * (j + 1)) / 4),
  );
}

describe("the shrinkage of a covariance", () => {
  it("is that of scikit-learn 1.9.1 (ledoit_wolf_shrinkage)", () => {
    expect(estimateShrinkage(columnsOf(12), new Float64Array(12).fill(1))).toBeCloseTo(0.3010744455919386, 12);
  });

  it("does not depend on the scale of the weights, and a case of weight 0 is not there", () => {
    const columns = columnsOf(14);
    const weights = Float64Array.from({ length: 14 }, (_, row) => (row < 12 ? 3 : 0));
    expect(estimateShrinkage(columns, weights)).toBeCloseTo(0.3010744455919386, 12);
  });

  it("falls with the number of cases, and rises when few of them carry the weight", () => {
    const columns = columnsOf(600);
    const alike = estimateShrinkage(columns, new Float64Array(600).fill(1));
    expect(alike).toBeLessThan(0.02);
    const uneven = Float64Array.from({ length: 600 }, (_, row) => (row % 20 === 0 ? 19 : 1));
    expect(estimateShrinkage(columns, uneven)).toBeGreaterThan(2 * alike);
  });
});
