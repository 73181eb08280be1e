import { describe, expect, it } from "vitest";
import { phantomRandom } from "./phantom-random.ts";

const draws = (seed: number, index: number) => Array.from({ length: 6 }, phantomRandom(seed, "image", index).unit);

describe("phantomRandom", () => {
  it("has mean and spread as asked", () => {
    const random = phantomRandom(5, "image", 0);
    const values = Array.from({ length: 40_000 }, () => random.normal(3, 2));
    const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
    const variance = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length;
    expect(mean).toBeCloseTo(3, 1);
    expect(Math.sqrt(variance)).toBeCloseTo(2, 1);
    expect(Math.max(...values)).toBeLessThan(3 + 2 * 3.47);
  });

  it("repeats itself, and differs by seed, stream and index", () => {
    expect(draws(1, 2)).toEqual(draws(1, 2));
    expect(draws(1, 2)).not.toEqual(draws(2, 1));
    expect(draws(1, 3)).not.toEqual(draws(1, 2));
    expect(phantomRandom(1, "subject", 2).unit()).not.toBe(phantomRandom(1, "image", 2).unit());
  });

  it("has neighbouring indices unrelated", () => {
    const firsts = Array.from({ length: 4000 }, (_, i) => phantomRandom(9, "image", i).unit() - 0.5);
    let product = 0;
    for (let i = 1; i < firsts.length; i++) product += (firsts[i - 1] ?? 0) * (firsts[i] ?? 0);
    expect(Math.abs(product / firsts.length) * 12).toBeLessThan(0.06); // correlation; its standard error is .016
  });
});
