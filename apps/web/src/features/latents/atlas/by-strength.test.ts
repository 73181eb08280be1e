import type { Association } from "@diaphane/model/latent";
import { expect, it } from "vitest";
import { byStrength } from "./by-strength.ts";

function association(attribute: string, measure: Association["measure"], interval: [number, number] | null) {
  const estimate = interval && { value: (interval[0] + interval[1]) / 2, interval };
  return { attribute, value: null, measure, count: 50, positives: null, estimate };
}

it("goes by what is sure: a wide interval is less than a narrow one, and below .5 is as good as above", () => {
  const sorted = byStrength([
    association("few", "auroc", null),
    association("noise", "auroc", [0.4, 0.6]),
    association("wide", "auroc", [0.55, 1]),
    association("falling", "auroc", [0.1, 0.2]),
    association("number", "rank-correlation", [-0.9, -0.7]),
  ]);
  expect(sorted.map(({ attribute }) => attribute)).toEqual(["number", "falling", "wide", "noise", "few"]);
});
