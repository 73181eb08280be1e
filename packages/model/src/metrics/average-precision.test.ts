import { describe, expect, it } from "vitest";
import { averagePrecision } from "./average-precision.ts";
import reference from "./fixtures/metrics.json" with { type: "json" };

describe("averagePrecision", () => {
  it.each(reference.binary)("agrees with scikit-learn (%#)", (data) => {
    expect(averagePrecision(data.scores, data.labels)).toBeCloseTo(data.averagePrecision, 10);
    expect(averagePrecision(data.scores, data.labels, data.weights)).toBeCloseTo(data.weightedAveragePrecision, 10);
  });

  it("needs a positive case", () => {
    expect(() => averagePrecision([0.1, 0.9], [0, 0])).toThrow("not enough data");
  });
});
