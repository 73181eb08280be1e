import { describe, expect, it } from "vitest";
import { chooseThreshold } from "./choose-threshold.ts";
import reference from "./fixtures/metrics.json" with { type: "json" };
import { sensitivity, specificity } from "./operating-point.ts";

describe("chooseThreshold", () => {
  it.each(reference.binary)("reaches the greatest Youden's J of scikit-learn's curve (%#)", (data) => {
    const chosen = chooseThreshold(data.scores, data.labels);
    expect(chosen.youden).toBeCloseTo(data.bestYouden, 12);
    expect(sensitivity(data.scores, data.labels, chosen.threshold)).toBeCloseTo(chosen.sensitivity, 12);
    expect(specificity(data.scores, data.labels, chosen.threshold)).toBeCloseTo(chosen.specificity, 12);
  });

  it("lies half-way between cases", () => {
    expect(chooseThreshold([0.1, 0.3, 0.7], [0, 0, 1]).threshold).toBeCloseTo(0.5, 12);
  });

  it("takes of equally good thresholds the one nearest to 0.5, of two as near the lower", () => {
    expect(chooseThreshold([0.1, 0.2, 0.5, 0.6], [0, 1, 0, 1]).threshold).toBeCloseTo(0.55, 12);
    expect(chooseThreshold([0.125, 0.375, 0.625, 0.875], [0, 1, 0, 1]).threshold).toBe(0.25);
  });

  it("separates neighbouring numbers that have no number between them", () => {
    const above = 0.5 + Number.EPSILON / 2;
    expect(chooseThreshold([0.5, above], [0, 1])).toMatchObject({ threshold: above, youden: 1 });
  });

  it("needs cases of both classes", () => {
    expect(() => chooseThreshold([0.3], [0])).toThrow("0 positive and 1 negative");
  });
});
