import { describe, expect, it } from "vitest";
import { createSetSampler } from "./set-sampling.ts";

const sources = {
  names: ["large", "none", "small"],
  of: Int32Array.from({ length: 1000 }, (_, i) => (i < 900 ? 0 : 2)),
};

function shareOfSmall(exponent: number): number {
  const sampler = createSetSampler({ exponent }, sources, 200, 7);
  const drawn = Array.from({ length: 100 }, (_, step) => [...sampler(step)]).flat();
  return drawn.filter((image) => image >= 900).length / drawn.length;
}

describe("drawing from several sets", () => {
  it.each([
    [1, 0.1],
    [0.5, Math.sqrt(100) / (Math.sqrt(100) + Math.sqrt(900))],
    [0, 0.5],
  ])("in proportion to size^%f", (exponent, share) => {
    // Four standard errors of 20,000 draws.
    expect(Math.abs(shareOfSmall(exponent) - share)).toBeLessThan(4 * Math.sqrt((share * (1 - share)) / 20_000));
  });

  it("is a function of seed and step alone", () => {
    const sampler = createSetSampler({ exponent: 0.5 }, sources, 8, 7);
    const later = sampler(5);
    sampler(2);
    expect(sampler(5)).toEqual(later);
    expect(createSetSampler({ exponent: 0.5 }, sources, 8, 7)(5)).toEqual(later);
    expect(createSetSampler({ exponent: 0.5 }, sources, 8, 8)(5)).not.toEqual(later);
  });
});
