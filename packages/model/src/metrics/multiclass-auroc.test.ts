import { describe, expect, it } from "vitest";
import reference from "./fixtures/metrics.json" with { type: "json" };
import { MetricInputError } from "./metric-errors.ts";
import { multiclassAuroc } from "./multiclass-auroc.ts";

describe("multiclassAuroc", () => {
  it.each(reference.multiclass)("agrees with the mean of scikit-learn's one-vs-rest areas", (data) => {
    expect(multiclassAuroc(data.probabilities, data.labels, data.classCount)).toBeCloseTo(data.auroc, 10);
  });

  it("names the class without cases, or skips it when asked", () => {
    const probabilities = [0.8, 0.1, 0.1, 0.3, 0.6, 0.1];
    expect(() => multiclassAuroc(probabilities, [0, 1], 3)).toThrow("Class 2 has 0 of the 2 cases");
    expect(multiclassAuroc(probabilities, [0, 1], 3, { absentClasses: "skip" })).toBe(1);
    expect(() => multiclassAuroc(probabilities, [1, 1], 3, { absentClasses: "skip" })).toThrow("one class");
  });

  it("refuses a table of another shape, printing both", () => {
    expect(() => multiclassAuroc([0.1, 0.9], [0, 1], 3)).toThrow("[2, 3] = 6 values, got 2");
    expect(() => multiclassAuroc([1, 1], [0, 0], 1)).toThrow(MetricInputError);
  });
});
