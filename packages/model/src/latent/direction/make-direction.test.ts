import { describe, expect, it } from "vitest";
import { randomSource } from "../../random/random-source.ts";
import { type DirectionMethod, direction } from "./direction.ts";
import { type DirectionInput, makeDirection, TooFewForDirection } from "./make-direction.ts";

const latentDim = 4;

/** Codes in which the attribute moves latent 0 and the label latent 1; the two go together in four of five images. */
function drawn(method: DirectionMethod, withinClass: boolean, shift = 2): DirectionInput {
  const random = randomSource(6);
  const n = 600;
  const labels = Int32Array.from({ length: n }, (_, row) => row % 2);
  const members = labels.map((label) => (random.uniform() < 0.8 ? label : 1 - label));
  const mu = new Float32Array(n * latentDim);
  for (let row = 0; row < n; row++) {
    for (let j = 0; j < latentDim; j++) mu[row * latentDim + j] = random.normal();
    mu[row * latentDim] = (mu[row * latentDim] ?? 0) + shift * (members[row] ?? 0);
    mu[row * latentDim + 1] = (mu[row * latentDim + 1] ?? 0) + 3 * (labels[row] ?? 0);
  }
  const weights = Float32Array.of(-1, 1, 0, 0, 0, 0, 0, 0);
  return {
    ...{ attribute: "tag", value: "yes", method, seed: 3, resamples: 100, mu, members },
    head: { latentDim, classCount: 2, weights, bias: new Float32Array(2) },
    strata: withinClass ? labels : null,
    pairs: null,
    subjects: Array.from({ length: n }, (_, row) => `${row}`),
  };
}

describe("makeDirection", () => {
  it.each(["mean-difference", "lda", "logistic"] as const)(
    "%s within class finds the attribute and not the label",
    (method) => {
      const found = makeDirection(drawn(method, true));
      expect(direction.parse(found)).toEqual(found);
      expect(Math.hypot(...found.vector)).toBeCloseTo(1, 10);
      expect(found.vector[0]).toBeGreaterThan(0.97);
      expect(found.stability.meanCosine).toBeGreaterThan(0.97);
      expect(found.heldOut.auroc?.interval[0]).toBeGreaterThan(0.8);
      // One s.d. along latent 0, whose weights are −1 and 1.
      expect(found.effects[1]).toBeCloseTo((found.vector[0] ?? 0) * found.deviation, 6);
      expect(found.effects[0]).toBeCloseTo(-(found.effects[1] ?? 0), 6);
    },
  );

  it("pooled difference of means takes the label for the attribute", () => {
    const { vector } = makeDirection(drawn("mean-difference", false));
    expect(vector[1]).toBeGreaterThan(0.5);
  });

  it("says that a direction of noise is none", () => {
    const found = makeDirection(drawn("mean-difference", true, 0));
    expect(found.stability.meanCosine).toBeLessThan(0.9);
    expect(found.heldOut.auroc?.interval[0]).toBeLessThan(0.5);
  });

  it.each(["mean-difference", "lda", "logistic"] as const)(
    "%s from pairs finds what changes in a picture",
    (method) => {
      // The change moves latents 0 and 2 by 1 and −.5; pictures differ ten times as much, and the label rides along with latent 1.
      const random = randomSource(8);
      const pictures = 300;
      const mu = new Float32Array(pictures * 2 * latentDim);
      const change = [1, 0, -0.5, 0];
      for (let picture = 0; picture < pictures; picture++) {
        for (let j = 0; j < latentDim; j++) {
          const own = 10 * random.normal();
          for (const side of [0, 1]) {
            const moved = side * (change[j] ?? 0) + 0.2 * random.normal();
            mu[(picture * 2 + side) * latentDim + j] = own + moved;
          }
        }
      }
      const rows = Array.from({ length: 2 * pictures }, (_, row) => row);
      const paired: DirectionInput = {
        ...{ ...drawn(method, false), mu },
        members: Int32Array.from(rows, (row) => row % 2),
        pairs: Int32Array.from(rows, (row) => Math.floor(row / 2)),
        subjects: rows.map((row) => `${Math.floor(row / 4)}`),
      };
      const found = makeDirection(paired);
      expect(direction.parse(found)).toEqual(found);
      const expected = change.map((value) => value / Math.hypot(...change));
      const likeness = ({ vector }: typeof found) => vector.reduce((sum, one, j) => sum + one * (expected[j] ?? 0), 0);
      expect(likeness(found)).toBeGreaterThan(0.95);
      expect(found.stability.meanCosine).toBeGreaterThan(0.95);
      expect(found.pairs?.fitted).toBe(found.fitted[1]);
      expect(found.pairs?.heldOut).toBe(found.heldOut.count / 2);
      expect((found.pairs?.rising ?? 0) / (found.pairs?.heldOut ?? 1)).toBeGreaterThan(0.9);
      // Held against other pictures' codes it is lost in what else differs.
      expect(found.heldOut.auroc?.value).toBeLessThan(0.65);
    },
  );

  it("refuses nine images of a group, by number", () => {
    const input = drawn("lda", false);
    const members = input.members.map((_, row) => (row < 9 ? 1 : 0));
    expect(() => makeDirection({ ...input, members })).toThrow(TooFewForDirection);
    expect(() => makeDirection({ ...input, members })).toThrow(/at least 10 of each/);
  });
});
