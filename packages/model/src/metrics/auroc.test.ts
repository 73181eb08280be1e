import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { auroc } from "./auroc.ts";
import reference from "./fixtures/metrics.json" with { type: "json" };
import { MetricInputError, NotEnoughDataError } from "./metric-errors.ts";

describe("auroc", () => {
  it.each(reference.binary)("agrees with scikit-learn, with ties and with weights (%#)", (data) => {
    expect(auroc(data.scores, data.labels)).toBeCloseTo(data.auroc, 10);
    expect(auroc(data.scores, data.labels, data.weights)).toBeCloseTo(data.weightedAuroc, 10);
  });

  it("equals the share of pairs in the right order, ties counting half", () => {
    const cases = fc.array(fc.record({ score: fc.integer({ min: 0, max: 6 }), label: fc.constantFrom(0, 1) }), {
      minLength: 2,
      maxLength: 40,
    });
    fc.assert(
      fc.property(cases, (rows) => {
        const positives = rows.filter((row) => row.label === 1);
        const negatives = rows.filter((row) => row.label === 0);
        fc.pre(positives.length > 0 && negatives.length > 0);
        let right = 0;
        for (const p of positives) for (const n of negatives) right += (Math.sign(p.score - n.score) + 1) / 2;
        const expected = right / (positives.length * negatives.length);
        const scores = rows.map((row) => row.score);
        const labels = rows.map((row) => row.label);
        expect(auroc(scores, labels)).toBeCloseTo(expected, 12);
      }),
    );
  });

  it("says that there is not enough data instead of giving a number", () => {
    expect(() => auroc([], [])).toThrow(NotEnoughDataError);
    expect(() => auroc([0.1, 0.9], [1, 1])).toThrow("2 positive and 0 negative");
  });

  it("refuses NaN scores, unknown labels and unequal lengths", () => {
    expect(() => auroc([0.1, Number.NaN], [0, 1])).toThrow("value 1 is NaN");
    expect(() => auroc([0.1, 0.2], [0, -1])).toThrow("label 1 is -1");
    expect(() => auroc([0.1], [0, 1])).toThrow(MetricInputError);
  });
});
