import { describe, expect, it } from "vitest";
import reference from "./fixtures/metrics.json" with { type: "json" };
import { sensitivity, specificity } from "./operating-point.ts";

describe("sensitivity and specificity", () => {
  it.each(reference.binary)("agree with scikit-learn's recall of either class (%#)", (data) => {
    expect(sensitivity(data.scores, data.labels, 0.5)).toBeCloseTo(data.sensitivity, 12);
    expect(specificity(data.scores, data.labels, 0.5)).toBeCloseTo(data.specificity, 12);
  });

  it("count a score on the threshold as positive", () => {
    expect(sensitivity([0.5, 0.5], [1, 0], 0.5)).toBe(1);
    expect(specificity([0.5, 0.5], [1, 0], 0.5)).toBe(0);
  });

  it("need cases of their class", () => {
    expect(() => sensitivity([0.2], [0], 0.5)).toThrow("no positive case");
    expect(() => specificity([0.2], [1], 0.5)).toThrow("no negative case");
  });
});
