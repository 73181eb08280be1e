import { describe, expect, it } from "vitest";
import { auroc } from "../metrics/index.ts";
import { randomSource } from "../random/random-source.ts";
import { fitBoostedTrees } from "./boosted-trees.ts";
import { crossValidatedScores, rowsOf, subjectFolds } from "./cross-validated-scores.ts";
import { linearDiscriminant } from "./linear-discriminant.ts";
import { fitLinearProbe } from "./linear-probe.ts";

const latentDim = 4;
const random = randomSource(7);
const codes = Float32Array.from({ length: 600 * latentDim }, () => random.normal());
const at = (row: number, j: number): number => codes[row * latentDim + j] ?? 0;
const linear = Int32Array.from({ length: 600 }, (_, row) => (at(row, 0) - 0.5 * at(row, 2) > 0 ? 1 : 0));
/** Of the signs of two latents together: nothing that a linear function sees. */
const crossed = Int32Array.from({ length: 600 }, (_, row) => (at(row, 1) * at(row, 3) > 0 ? 1 : 0));
const folds = subjectFolds(linear, undefined, 5, 1);

describe("probes", () => {
  it("a linear probe finds the direction, in the latents' own units, and scores new cases", () => {
    const stretched = codes.map((value, i) => (i % latentDim === 2 ? value * 10 : value));
    const { direction } = fitLinearProbe(stretched, latentDim, linear);
    expect((direction[2] ?? 0) / (direction[0] ?? 0)).toBeCloseTo(-0.05, 2);
    expect(auroc(crossValidatedScores(fitLinearProbe, stretched, latentDim, linear, folds), linear)).toBeGreaterThan(
      0.99,
    );
  });

  it("trees find an interaction that a linear probe can't", () => {
    const score = (fit: Parameters<typeof crossValidatedScores>[0]) =>
      auroc(crossValidatedScores(fit, codes, latentDim, crossed, folds), crossed);
    expect(score(fitBoostedTrees)).toBeGreaterThan(0.9);
    expect(score(fitLinearProbe)).toBeLessThan(0.6);
  });

  it("the discriminant is the inverse covariance times the difference of means", () => {
    // Two groups a unit apart in the first latent; the second follows the first, so that it takes noise out.
    const pairs = Float32Array.from({ length: 4000 }, (_, i) => {
      const row = Math.floor(i / 2);
      return i % 2 === 0 ? (row % 2) + Math.sin(row * 12.9898) : Math.sin(row * 12.9898) + 0.5 * Math.cos(row * 78.233);
    });
    const members = Int32Array.from({ length: 2000 }, (_, row) => row % 2);
    const [first = 0, second = 0] = linearDiscriminant(pairs, 2, members, { shrinkage: 0 });
    // Σ = [[.5, .5], [.5, .625]]: Σ⁻¹·[1, 0] = [10, −8].
    expect(first).toBeCloseTo(10, 0);
    expect(second).toBeCloseTo(-8, 0);
  });
});

describe("subject folds", () => {
  it("keep a subject together and every kind of case in each fold", () => {
    const subjects = Array.from({ length: 60 }, (_, row) => `s${Math.floor(row / 3)}`);
    const kinds = Int32Array.from({ length: 60 }, (_, row) => Math.floor(row / 3) % 2);
    const fold = subjectFolds(kinds, subjects, 5, 3);
    for (let row = 0; row < 60; row++) expect(fold[row]).toBe(fold[Math.floor(row / 3) * 3]);
    for (let f = 0; f < 5; f++) {
      for (const kind of [0, 1]) expect(fold.some((one, row) => one === f && kinds[row] === kind)).toBe(true);
    }
  });

  it("score every case by what was learned from the others", () => {
    const seen: number[] = [];
    const table = Float32Array.from({ length: 10 }, (_, row) => row);
    const fold = Int32Array.from({ length: 10 }, (_, row) => row % 2);
    const memory = (inside: Float32Array) => ({
      score(outside: Float32Array) {
        seen.push(...outside.filter((value) => inside.includes(value)));
        return Float64Array.from(outside);
      },
    });
    expect([...crossValidatedScores(memory, table, 1, new Int32Array(10), fold)]).toEqual([...table]);
    expect(seen).toEqual([]);
    expect([...rowsOf(table, 1, [3, 1])]).toEqual([3, 1]);
  });
});
