import { describe, expect, it } from "vitest";
import { randomSource } from "../../random/random-source.ts";
import { principalPlane } from "./principal-components.ts";

describe("principalPlane", () => {
  it("is scikit-learn's, up to the sign of an axis", () => {
    // scikit-learn 1.9.1: PCA(2).fit_transform([[1, 2, 0], [2, 1, 1], [4, 5, 3], [7, 6, 8]])
    const { positions, explained } = principalPlane(Float32Array.of(1, 2, 0, 2, 1, 1, 4, 5, 3, 7, 6, 8), 3);
    const expected = [-4.158928, 0.36095, -3.3537, -1.104342, 0.938124, 1.257882, 6.574504, -0.51449];
    for (const [place, value] of positions.entries()) {
      expect(Math.abs(value)).toBeCloseTo(Math.abs(expected[place] ?? 0), 4);
    }
    expect(explained[0]).toBeCloseTo(0.95589695, 6);
    expect(explained[1]).toBeCloseTo(0.04206345, 6);
  });

  it("finds the two directions that data vary along, the wider one first", () => {
    const random = randomSource(2);
    const codes = new Float32Array(500 * 4);
    for (let row = 0; row < 500; row++)
      codes.set([0.01 * random.normal(), 3 * random.normal(), 0, random.normal()], row * 4);
    const { positions, explained } = principalPlane(codes, 4);
    expect(explained[0]).toBeGreaterThan(0.85);
    expect(explained[0] + explained[1]).toBeGreaterThan(0.999);
    const shift = (positions[0] ?? 0) - (codes[1] ?? 0);
    for (let row = 1; row < 500; row++)
      expect((positions[row * 2] ?? 0) - (codes[row * 4 + 1] ?? 0)).toBeCloseTo(shift, 0);
  });

  it("of one latent has one axis", () => {
    const { positions, explained } = principalPlane(Float32Array.of(1, 2, 3), 1);
    expect([...positions]).toEqual([-1, 0, 0, 0, 1, 0]);
    expect(explained).toEqual([1, 0]);
  });
});
