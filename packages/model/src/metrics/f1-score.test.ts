import { describe, expect, it } from "vitest";
import { f1Score } from "./f1-score.ts";
import reference from "./fixtures/metrics.json" with { type: "json" };
import { predictedClasses, thresholded } from "./predicted-classes.ts";

describe("f1Score", () => {
  it.each(reference.binary)("agrees with scikit-learn (%#)", (data) => {
    expect(f1Score(thresholded(data.scores, 0.5), data.labels)).toBeCloseTo(data.f1, 12);
  });

  it.each(reference.multiclass)("averages over classes to scikit-learn's macro F1", (data) => {
    const predicted = predictedClasses(data.probabilities, data.classCount);
    let sum = 0;
    for (let k = 0; k < data.classCount; k++) sum += f1Score(predicted, data.labels, k);
    expect(sum / data.classCount).toBeCloseTo(data.macroF1, 12);
  });

  it("gives no number for a class that is nowhere", () => {
    expect(() => f1Score([0, 0], [0, 0])).toThrow("not enough data");
  });
});
