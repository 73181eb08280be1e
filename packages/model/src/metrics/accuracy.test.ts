import { describe, expect, it } from "vitest";
import { accuracy } from "./accuracy.ts";
import reference from "./fixtures/metrics.json" with { type: "json" };
import { predictedClasses, thresholded } from "./predicted-classes.ts";

describe("accuracy", () => {
  it.each(reference.binary)("agrees with scikit-learn at a threshold (%#)", (data) => {
    const predicted = thresholded(data.scores, 0.5);
    expect(accuracy(predicted, data.labels)).toBeCloseTo(data.accuracy, 12);
    expect(accuracy(predicted, data.labels, data.weights)).toBeCloseTo(data.weightedAccuracy, 12);
  });

  it.each(reference.multiclass)("agrees with scikit-learn on several classes", (data) => {
    const predicted = predictedClasses(data.probabilities, data.classCount);
    expect(accuracy(predicted, data.labels)).toBeCloseTo(data.accuracy, 12);
  });

  it("gives no number without cases", () => {
    expect(() => accuracy([], [])).toThrow("not enough data");
    expect(() => accuracy([1], [1], [0])).toThrow("not enough data");
  });
});
