import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { diverging } from "./diverging.ts";
import { classColour, okabeIto } from "./okabe-ito.ts";
import { contrastRatio, relativeLuminance } from "./relative-luminance.ts";
import { viridis } from "./viridis.ts";

const share = fc.double({ min: 0, max: 1, noNaN: true });

describe("viridis", () => {
  it("runs from dark violet to yellow, through matplotlib's middle", () => {
    expect(viridis(0)).toEqual([68, 1, 84]);
    expect(viridis(0.5)).toEqual([33, 145, 140]);
    expect(viridis(1)).toEqual([253, 231, 37]);
  });

  it("grows lighter all the way, so that it also reads in gray", () => {
    fc.assert(
      fc.property(share, share, (a, b) => {
        const [low, high] = a < b ? [a, b] : [b, a];
        // One step of 8-bit rounding is allowed for.
        expect(relativeLuminance(viridis(high))).toBeGreaterThanOrEqual(relativeLuminance(viridis(low)) - 0.004);
      }),
    );
  });

  it("clamps what lies outside and takes NaN as the low end", () => {
    expect(viridis(-3)).toEqual(viridis(0));
    expect(viridis(7)).toEqual(viridis(1));
    expect(viridis(Number.NaN)).toEqual(viridis(0));
  });
});

describe("diverging", () => {
  it("is neutral at zero and blue below, orange above", () => {
    expect(diverging(0)).toEqual([247, 247, 247]);
    expect(diverging(0, "black")).toEqual([11, 12, 14]);
    const [lowRed, , lowBlue] = diverging(-1);
    const [highRed, , highBlue] = diverging(1);
    expect(lowBlue).toBeGreaterThan(lowRed);
    expect(highRed).toBeGreaterThan(highBlue);
  });

  it.each(["paper", "black"] as const)("gives equal differences about equal weight on %s", (surround) => {
    fc.assert(
      fc.property(share, (size) => {
        const below = relativeLuminance(diverging(-size, surround));
        const above = relativeLuminance(diverging(size, surround));
        expect(Math.abs(below - above)).toBeLessThan(0.08);
      }),
    );
  });
});

describe("classColour", () => {
  it("repeats after the palette, also for negative numbers", () => {
    expect(classColour(0)).toBe(okabeIto[0]);
    expect(classColour(okabeIto.length + 2)).toBe(okabeIto[2]);
    expect(classColour(-1)).toBe(okabeIto[okabeIto.length - 1]);
  });
});

describe("contrastRatio", () => {
  it("is 21 for black on white and 1 for a colour on itself", () => {
    expect(contrastRatio([0, 0, 0], [255, 255, 255])).toBeCloseTo(21, 5);
    expect(contrastRatio([15, 118, 110], [15, 118, 110])).toBe(1);
  });

  it("says that black or white text reads on every viridis colour", () => {
    fc.assert(
      fc.property(share, (position) => {
        const colour = viridis(position);
        const best = Math.max(contrastRatio(colour, [0, 0, 0]), contrastRatio(colour, [255, 255, 255]));
        expect(best).toBeGreaterThanOrEqual(4.5);
      }),
    );
  });
});
