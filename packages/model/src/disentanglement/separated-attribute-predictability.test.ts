import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { randomSource } from "../random/random-source.ts";
import { fixedData, representRows } from "./fixed-data.ts";
import reference from "./fixtures/disentanglement.json" with { type: "json" };
import { test, train } from "./fixtures/reference-samples.ts";
import { fitOneFeatureSvc } from "./one-feature-svc.ts";
import {
  computeSeparatedAttributePredictability,
  separatedAttributePredictability,
} from "./separated-attribute-predictability.ts";

describe("separatedAttributePredictability", () => {
  it("agrees with disentanglement_lib's definition on scikit-learn's LinearSVC", () => {
    const found = separatedAttributePredictability(train, test);
    found.scores.flat().forEach((score, i) => {
      expect(score).toBeCloseTo(reference.sap.scores.flat()[i] ?? 0, 12);
    });
    found.byFactor.forEach((gap, i) => {
      expect(gap).toBeCloseTo(reference.sap.byFactor[i] ?? 0, 12);
    });
    expect(found.sap).toBeCloseTo(reference.sap.byFactor.reduce((a, b) => a + b) / 3, 12);
  });

  it("scores on other rows of a fixed set", async () => {
    const data = fixedData(train.factors);
    const found = await computeSeparatedAttributePredictability(data, representRows(train.codes), randomSource(1));
    expect(found.samples).toEqual({ train: 80, test: 40 });
    expect(found.byFactor[2]).toBeGreaterThan(0.5);
  });

  it("needs two latents, and codes for all factors", () => {
    const { rows } = train.factors;
    const single = { ...train, codes: { rows, columns: 1, values: new Float64Array(rows) } };
    expect(() => separatedAttributePredictability(single, test)).toThrow("at least two latents");
    const cut = { ...train, codes: { rows: 2, columns: 1, values: [0, 1] } };
    expect(() => separatedAttributePredictability(cut, test)).toThrow("codes of 2 rows and factors of 120");
  });
});

describe("fitOneFeatureSvc", () => {
  it("turns round with the sign of its feature", () => {
    const rows = fc.array(fc.tuple(fc.double({ min: -9, max: 9, noNaN: true }), fc.integer({ min: 0, max: 2 })), {
      minLength: 3,
      maxLength: 30,
    });
    fc.assert(
      fc.property(rows, (cases) => {
        const values = Float64Array.from(cases, ([value]) => value);
        const classes = Int32Array.from(cases, ([, one]) => one);
        const straight = fitOneFeatureSvc(values, classes, 0.01);
        const turned = fitOneFeatureSvc(
          values.map((value) => -value),
          classes,
          0.01,
        );
        for (const value of [-20, 0.3, 20]) expect(turned(-value)).toBe(straight(value));
      }),
    );
  });

  it("knows the only class there is", () => {
    expect(fitOneFeatureSvc(Float64Array.of(1, 2), Int32Array.of(5, 5), 1)(9)).toBe(5);
  });
});
