import { describe, expect, it } from "vitest";
import { brier, multiclassBrier } from "./brier.ts";
import reference from "./fixtures/metrics.json" with { type: "json" };

describe("brier", () => {
  it.each(reference.binary)("agrees with scikit-learn (%#)", (data) => {
    expect(brier(data.scores, data.labels)).toBeCloseTo(data.brier, 12);
  });

  it("refuses a NaN probability", () => {
    expect(() => brier([Number.NaN], [1])).toThrow("value 0 is NaN");
  });
});

describe("multiclassBrier", () => {
  it.each(reference.multiclass)("agrees with scikit-learn", (data) => {
    expect(multiclassBrier(data.probabilities, data.labels, data.classCount)).toBeCloseTo(data.brier, 12);
  });

  it("gives no number without cases", () => {
    expect(() => multiclassBrier([], [], 3)).toThrow("not enough data");
  });
});
