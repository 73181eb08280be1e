import { describe, expect, it } from "vitest";
import { confusionMatrix } from "./confusion-matrix.ts";
import reference from "./fixtures/metrics.json" with { type: "json" };
import { predictedClasses } from "./predicted-classes.ts";

describe("confusionMatrix", () => {
  it.each(reference.multiclass)("agrees with scikit-learn: rows are true classes", (data) => {
    const predicted = predictedClasses(data.probabilities, data.classCount);
    expect(confusionMatrix(predicted, data.labels, data.classCount)).toEqual(data.confusion);
  });

  it("refuses classes out of range and an empty set", () => {
    expect(() => confusionMatrix([0, 2], [0, 1], 2)).toThrow("label 1 is 2, expected a class from 0 to 1");
    expect(() => confusionMatrix([], [], 2)).toThrow("not enough data");
  });
});
