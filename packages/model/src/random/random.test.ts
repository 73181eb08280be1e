import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { expectNoLeak, useEngine } from "../testing/use-engine.ts";
import { feedNoise, noiseOf } from "./draw-noise.ts";
import { randomSource } from "./random-source.ts";
import { shuffledIndices } from "./shuffle.ts";

useEngine("cpu");

const draws = (count: number, draw: () => number): number[] => Array.from({ length: count }, draw);

describe("randomSource", () => {
  it("gives the same stream for the same key, today and tomorrow", () => {
    const source = randomSource(42, 3, 7);
    expect(draws(3, () => source.below(1_000_000))).toEqual([920516, 863653, 387191]);
  });

  it("gives other streams for other keys", () => {
    fc.assert(
      fc.property(fc.nat(1e6), fc.nat(1e6), fc.nat(1e6), (seed, a, b) => {
        fc.pre(a !== b);
        const [first, second] = [randomSource(seed, a), randomSource(seed, b)];
        expect(draws(4, first.uniform)).not.toEqual(draws(4, second.uniform));
      }),
    );
  });

  it("is uniform, and normal with mean 0 and deviation 1", () => {
    const source = randomSource(1, 1);
    const uniforms = draws(20_000, source.uniform);
    const tenths = Array.from({ length: 10 }, (_, k) => uniforms.filter((u) => Math.floor(u * 10) === k).length);
    for (const count of tenths) expect(Math.abs(count - 2000)).toBeLessThan(200);
    const normals = draws(20_000, source.normal);
    const mean = normals.reduce((sum, x) => sum + x, 0) / normals.length;
    expect(Math.abs(mean)).toBeLessThan(0.03);
    expect(normals.reduce((sum, x) => sum + (x - mean) ** 2, 0) / normals.length).toBeCloseTo(1, 1);
    expect(normals.filter((x) => Math.abs(x) > 1.96).length / normals.length).toBeCloseTo(0.05, 1);
  });

  it("does not correlate neighbouring steps", () => {
    const firsts = Array.from({ length: 4000 }, (_, step) => randomSource(9, 3, step).uniform() - 0.5);
    const products = firsts.slice(1).map((value, index) => value * (firsts[index] ?? 0));
    expect(Math.abs(products.reduce((sum, x) => sum + x, 0) / products.length) * 12).toBeLessThan(0.06);
  });
});

describe("shuffledIndices", () => {
  it("is a permutation, another one each epoch", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 300 }), fc.nat(), (count, seed) => {
        const order = shuffledIndices(count, seed, 2, 0);
        expect([...order].sort((a, b) => a - b)).toEqual([...Array(count).keys()]);
      }),
    );
    expect([...shuffledIndices(50, 1, 2, 0)]).not.toEqual([...shuffledIndices(50, 1, 2, 1)]);
  });
});

describe("noise of a step", () => {
  it("is a function of seed and step alone, and leaves two tensors", async () => {
    const shape = { batch: 3, latentDim: 2, uniforms: 4 };
    await expectNoLeak(() => {
      const draw = (step: number) => noiseOf(feedNoise(5, step, shape), shape);
      const [a, b, c] = [draw(10), draw(10), draw(11)];
      expect(a.normal.shape).toEqual([3, 2]);
      expect(a.uniform.shape).toEqual([3, 4]);
      expect(a.normal.dataSync()).toEqual(b.normal.dataSync());
      expect(a.uniform.dataSync()).not.toEqual(c.uniform.dataSync());
      for (const noise of [a, b, c]) {
        noise.normal.dispose();
        noise.uniform.dispose();
      }
    });
  });
});
