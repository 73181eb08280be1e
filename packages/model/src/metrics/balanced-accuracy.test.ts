import { describe, expect, it } from "vitest";
import { balancedAccuracy } from "./balanced-accuracy.ts";
import reference from "./fixtures/metrics.json" with { type: "json" };
import { predictedClasses, thresholded } from "./predicted-classes.ts";

describe("balancedAccuracy", () => {
  it.each(reference.binary)("agrees with scikit-learn (%#)", (data) => {
    const predicted = thresholded(data.scores, 0.5);
    expect(balancedAccuracy(predicted, data.labels)).toBeCloseTo(data.balancedAccuracy, 12);
    expect(balancedAccuracy(predicted, data.labels, data.weights)).toBeCloseTo(data.weightedBalancedAccuracy, 12);
  });

  it.each(reference.multiclass)("agrees with scikit-learn on several classes", (data) => {
    const predicted = predictedClasses(data.probabilities, data.classCount);
    expect(balancedAccuracy(predicted, data.labels)).toBeCloseTo(data.balancedAccuracy, 12);
  });

  it("gives no number without cases", () => {
    expect(() => balancedAccuracy([], [])).toThrow("not enough data");
  });
});
