import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { randomSource } from "../random/random-source.ts";
import { computeDci, dci, disentanglementCompleteness } from "./dci.ts";
import { fixedData, representRows } from "./fixed-data.ts";
import reference from "./fixtures/disentanglement.json" with { type: "json" };
import { test, train } from "./fixtures/reference-samples.ts";

describe("dci", () => {
  it("agrees with disentanglement_lib's definition on scikit-learn's lasso", () => {
    const found = dci(train, test);
    found.importance.flat().forEach((importance, i) => {
      expect(importance).toBeCloseTo(reference.dci.importance.flat()[i] ?? 0, 9);
    });
    found.informativeness.forEach((value, i) => {
      expect(value).toBeCloseTo(reference.dci.informativeness[i] ?? 0, 9);
    });
    expect(found.disentanglement).toBeCloseTo(reference.dci.disentanglement, 9);
    expect(found.completeness).toBeCloseTo(reference.dci.completeness, 9);
    expect(found.method).toBe("lasso");
  });

  it("fits and scores different rows of a fixed set", async () => {
    const found = await computeDci(fixedData(train.factors), representRows(train.codes), randomSource(2));
    expect(found.samples).toEqual({ train: 80, test: 40 });
    expect(found.disentanglement).toBeGreaterThan(0.4);
  });

  it("ignores a latent that never varies", () => {
    const flat = (sample: typeof train) => {
      const values = Float64Array.from(sample.codes.values, (value, i) => (i % 4 === 3 ? 7 : value));
      return { ...sample, codes: { ...sample.codes, values } };
    };
    const found = dci(flat(train), flat(test));
    expect(found.importance[3]).toEqual([0, 0, 0]);
    expect(found.disentanglement).toBeGreaterThan(0);
  });
});

describe("disentanglementCompleteness", () => {
  const row = fc.array(fc.double({ min: 0, max: 5, noNaN: true }), { minLength: 3, maxLength: 3 });

  it("lies in 0…1 and changes places when rows and columns do", () => {
    fc.assert(
      fc.property(fc.array(row, { minLength: 2, maxLength: 5 }), (matrix) => {
        const found = disentanglementCompleteness(matrix);
        const turned = [0, 1, 2].map((column) => matrix.map((values) => values[column] ?? 0));
        expect(disentanglementCompleteness(turned).completeness).toBeCloseTo(found.disentanglement, 12);
        for (const score of Object.values(found)) {
          expect(score).toBeGreaterThan(-1e-9);
          expect(score).toBeLessThan(1 + 1e-9);
        }
      }),
    );
  });

  it("is 1 for one latent a factor, and not complete for two", () => {
    const one = disentanglementCompleteness([
      [2, 0],
      [0, 3],
    ]);
    expect(one.disentanglement).toBeCloseTo(1, 8);
    expect(one.completeness).toBeCloseTo(1, 8);
    const two = disentanglementCompleteness([
      [2, 0],
      [2, 0],
      [0, 3],
    ]);
    expect(two.disentanglement).toBeCloseTo(1, 8);
    expect(two.completeness).toBeLessThan(0.8);
    expect(disentanglementCompleteness([[0, 0]]).disentanglement).toBeCloseTo(0, 8);
  });
});
