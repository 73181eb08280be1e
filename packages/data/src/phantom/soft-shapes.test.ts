import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { bump, smallCosine, smallSine, softStep } from "./soft-shapes.ts";

describe("soft shapes", () => {
  it("step rises from 0 to 1 through one half at the edge", () => {
    expect([softStep(-0.1, 0.1), softStep(0, 0.1), softStep(0.1, 0.1)]).toEqual([0, 0.5, 1]);
    fc.assert(
      fc.property(
        fc.double({ min: -1, max: 1, noNaN: true }),
        fc.double({ min: 0, max: 0.5, noNaN: true }),
        (at, more) => {
          expect(softStep(at + more, 0.3)).toBeGreaterThanOrEqual(softStep(at, 0.3));
        },
      ),
    );
  });

  it("bump falls from 1 to 0", () => {
    expect([bump(0), bump(1), bump(9)]).toEqual([1, 0, 0]);
    expect(bump(0.5)).toBe(0.25);
  });

  it("series agree with the library's sine and cosine for small angles", () => {
    fc.assert(
      fc.property(fc.double({ min: -0.3, max: 0.3, noNaN: true }), (angle) => {
        expect(smallSine(angle)).toBeCloseTo(Math.sin(angle), 8);
        expect(smallCosine(angle)).toBeCloseTo(Math.cos(angle), 8);
      }),
    );
  });
});
