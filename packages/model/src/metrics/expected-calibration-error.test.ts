import { describe, expect, it } from "vitest";
import { expectedCalibrationError } from "./expected-calibration-error.ts";
import reference from "./fixtures/metrics.json" with { type: "json" };

describe("expectedCalibrationError", () => {
  it.each(reference.binary)("agrees with the reference for two classes (%#)", (data) => {
    const table = data.scores.flatMap((score) => [1 - score, score]);
    expect(expectedCalibrationError(table, data.labels, 2)).toBeCloseTo(data.ece, 10);
  });

  it.each(reference.multiclass)("agrees with the reference for several classes", (data) => {
    expect(expectedCalibrationError(data.probabilities, data.labels, data.classCount)).toBeCloseTo(data.ece, 10);
  });

  it("counts a weight of two as the case twice", () => {
    const twice = expectedCalibrationError([0.1, 0.9, 0.1, 0.9, 0.6, 0.4], [1, 1, 1], 2);
    const weights = [2, 1];
    expect(expectedCalibrationError([0.1, 0.9, 0.6, 0.4], [1, 1], 2, { weights })).toBeCloseTo(twice, 12);
  });

  it("gives no number without cases", () => {
    expect(() => expectedCalibrationError([], [], 2)).toThrow("not enough data");
  });
});
