import { describe, expect, it } from "vitest";
import { auroc } from "./auroc.ts";
import reference from "./fixtures/metrics.json" with { type: "json" };
import { rocCurve } from "./roc-curve.ts";

describe("rocCurve", () => {
  it.each(reference.binary)("has scikit-learn's points, less those inside a straight piece (%#)", (data) => {
    const points = rocCurve(data.scores, data.labels);
    for (const point of points) {
      const i = point.threshold === null ? 0 : data.roc.thresholds.indexOf(point.threshold) + 1;
      expect(point.truePositiveRate).toBeCloseTo(data.roc.tpr[i] ?? Number.NaN, 12);
      expect(point.falsePositiveRate).toBeCloseTo(data.roc.fpr[i] ?? Number.NaN, 12);
    }
    expect(points[0]).toEqual({ threshold: null, truePositiveRate: 0, falsePositiveRate: 0 });
    expect(points.at(-1)).toMatchObject({ truePositiveRate: 1, falsePositiveRate: 1 });
    expect(points.length).toBeLessThan(data.roc.tpr.length);
  });

  it("encloses the area that auroc gives", () => {
    const { scores, labels } = reference.binary[1] ?? { scores: [], labels: [] };
    const points = rocCurve(scores, labels);
    let area = 0;
    points.slice(1).forEach((point, i) => {
      const before = points[i];
      if (!before) return;
      const width = point.falsePositiveRate - before.falsePositiveRate;
      area += (width * (point.truePositiveRate + before.truePositiveRate)) / 2;
    });
    expect(area).toBeCloseTo(auroc(scores, labels), 12);
  });

  it("needs cases of both classes", () => {
    expect(() => rocCurve([0.3, 0.4], [1, 1])).toThrow("2 positive and 0 negative");
  });
});
