import fc from "fast-check";
import { describe, expect, it } from "vitest";
import reference from "./fixtures/statistics.json" with { type: "json" };
import { multilabelAccuracy, multilabelAuroc } from "./multilabel.ts";

const { scores, labels, labelCount, ...expected } = reference.multilabel;
const count = labels.length / labelCount;

describe("multi-label metrics", () => {
  it("agree with scikit-learn by MedMNIST's definitions", () => {
    expect(multilabelAuroc(scores, labels, labelCount)).toBeCloseTo(expected.auroc, 12);
    expect(multilabelAccuracy(scores, labels, labelCount)).toBeCloseTo(expected.accuracy, 12);
  });

  it("take a weight of two as the case twice", () => {
    const weights = Array.from({ length: count }, (_, i) => (i === 3 ? 2 : 1));
    const twice = <T>(values: T[]) => [...values, ...values.slice(3 * labelCount, 4 * labelCount)];
    expect(multilabelAuroc(scores, labels, labelCount, weights)).toBeCloseTo(
      multilabelAuroc(twice(scores), twice(labels), labelCount),
      12,
    );
    expect(multilabelAccuracy(scores, labels, labelCount, { weights })).toBeCloseTo(
      multilabelAccuracy(twice(scores), twice(labels), labelCount),
      12,
    );
  });

  it("do not depend on the order of cases", () => {
    const orders = fc.shuffledSubarray([...Array(count).keys()], { minLength: count });
    fc.assert(
      fc.property(orders, (order) => {
        const sorted = (values: number[]) =>
          order.flatMap((row) => values.slice(row * labelCount, (row + 1) * labelCount));
        expect(multilabelAuroc(sorted(scores), sorted(labels), labelCount)).toBeCloseTo(expected.auroc, 12);
      }),
    );
  });

  it("name the label that has no case, and refuse tables that do not fit", () => {
    expect(() => multilabelAuroc([0.1, 0.2, 0.3, 0.4], [1, 0, 0, 0], 2)).toThrow("Label 1 has 0 of the 2 cases");
    expect(() => multilabelAccuracy([0.1, 0.2, 0.3], [1, 0, 0], 2)).toThrow("[n, 2]");
    expect(() => multilabelAccuracy([], [], 2)).toThrow("not enough data");
  });
});
