import { describe, expect, it } from "vitest";
import { tagCoverage } from "./corner-tag.ts";
import { SITES } from "./phantom-factors.ts";

/** Share of the film that a tag covers, and its centre of mass. */
function covered(site: (typeof SITES)[number], size: number) {
  let sum = 0;
  let x = 0;
  let y = 0;
  for (let row = 0; row < size; row++) {
    for (let column = 0; column < size; column++) {
      const at = [(2 * (column + 0.5)) / size - 1, (2 * (row + 0.5)) / size - 1] as const;
      const value = tagCoverage(site, ...at, 2 / size);
      sum += value;
      x += value * at[0];
      y += value * at[1];
    }
  }
  return { share: sum / (size * size), x: x / sum, y: y / sum };
}

describe("tagCoverage", () => {
  it.each(SITES)("covers about the same share of a film of any size (site %s)", (site) => {
    const fine = covered(site, 256).share;
    expect(fine).toBeGreaterThan(0.005);
    for (const size of [28, 32, 64]) expect(covered(site, size).share / fine).toBeCloseTo(1, 0);
  });

  it("is in a corner of each site's own", () => {
    expect(covered("A", 64)).toMatchObject({ x: expect.closeTo(-0.83, 1), y: expect.closeTo(-0.83, 1) });
    expect(covered("B", 64)).toMatchObject({ x: expect.closeTo(0.8, 1), y: expect.closeTo(-0.8, 1) });
    expect(covered("C", 64)).toMatchObject({ x: expect.closeTo(0.82, 1), y: expect.closeTo(0.82, 1) });
  });
});
