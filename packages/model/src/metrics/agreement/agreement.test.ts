import { describe, expect, test } from "vitest";
import fixtures from "../fixtures/agreement.json" with { type: "json" };
import { MetricInputError, NotEnoughDataError } from "../metric-errors.ts";
import { cohenKappa } from "./cohen-kappa.ts";
import { fleissKappa } from "./fleiss-kappa.ts";
import { krippendorffAlpha } from "./krippendorff-alpha.ts";

const { versions, cases } = fixtures;

describe.each(cases.map((one, i) => [i, one] as const))("case %i", (_i, { classCount, a, b, kappa, ...rest }) => {
  test(`Cohen's kappa as scikit-learn ${versions["scikit-learn"]} has it`, () => {
    expect(cohenKappa(a, b, { classCount })).toBeCloseTo(kappa.none, 9);
    expect(cohenKappa(a, b, { classCount, weights: "linear" })).toBeCloseTo(kappa.linear, 9);
    expect(cohenKappa(a, b, { classCount, weights: "quadratic" })).toBeCloseTo(kappa.quadratic, 9);
  });

  test(`Fleiss' kappa as statsmodels ${versions.statsmodels} has it`, () => {
    expect(fleissKappa(rest.counts)).toBeCloseTo(rest.fleiss, 9);
  });

  test(`Krippendorff's alpha as krippendorff ${versions.krippendorff} has it`, () => {
    expect(krippendorffAlpha(rest.units, { classCount, level: "nominal" })).toBeCloseTo(rest.alpha.nominal, 9);
    expect(krippendorffAlpha(rest.units, { classCount, level: "ordinal" })).toBeCloseTo(rest.alpha.ordinal, 9);
  });
});

test("agreement is 1 when all agree, and not told when nothing can be known", () => {
  expect(cohenKappa([0, 1, 1], [0, 1, 1], { classCount: 2 })).toBe(1);
  expect(
    fleissKappa([
      [3, 0],
      [0, 3],
    ]),
  ).toBe(1);
  expect(krippendorffAlpha([[0, 0], [1, 1], [0]], { classCount: 2, level: "nominal" })).toBe(1);
  expect(() => cohenKappa([0, 0], [0, 0], { classCount: 2 })).toThrow(NotEnoughDataError);
  expect(() =>
    fleissKappa([
      [2, 0],
      [2, 0],
    ]),
  ).toThrow(NotEnoughDataError);
  expect(() =>
    fleissKappa([
      [2, 0],
      [2, 1],
    ]),
  ).toThrow(MetricInputError);
  expect(() => krippendorffAlpha([[0], [1]], { classCount: 2, level: "nominal" })).toThrow(NotEnoughDataError);
});
