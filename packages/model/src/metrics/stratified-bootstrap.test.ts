import { describe, expect, it } from "vitest";
import { accuracy } from "./accuracy.ts";
import { stratifiedBootstrap } from "./stratified-bootstrap.ts";

const labels = Int32Array.from({ length: 300 }, (_, i) => (i % 3 === 0 ? 1 : 0));
const predicted = labels.map((label, i) => (i % 5 === 0 ? 1 - label : label));

describe("stratifiedBootstrap", () => {
  it("draws every stratum to its own size", () => {
    stratifiedBootstrap(
      (weights) => {
        let positives = 0;
        let all = 0;
        weights.forEach((weight, i) => {
          all += weight;
          positives += weight * (labels[i] ?? 0);
        });
        expect(positives).toBe(100);
        expect(all).toBe(300);
        return positives;
      },
      labels,
      { draws: 50, seed: 3 },
    );
  });

  it("gives the interval of the normal approximation for an accuracy", () => {
    const { value, interval } = stratifiedBootstrap((weights) => accuracy(predicted, labels, weights), labels, {
      draws: 4000,
      seed: 1,
    });
    const half = 1.96 * Math.sqrt((0.8 * 0.2) / 300);
    expect(value).toBeCloseTo(0.8, 12);
    expect(interval[0]).toBeCloseTo(0.8 - half, 2);
    expect(interval[1]).toBeCloseTo(0.8 + half, 2);
  });

  it("repeats itself with the same seed and differs with another", () => {
    const run = (seed: number) =>
      stratifiedBootstrap((weights) => weights.reduce((sum, weight, i) => sum + weight * i, 0), labels, { seed });
    expect(run(7)).toEqual(run(7));
    expect(run(7).interval).not.toEqual(run(8).interval);
  });

  it("widens with the level", () => {
    const width = (level: number) => {
      const { interval } = stratifiedBootstrap((weights) => accuracy(predicted, labels, weights), labels, {
        seed: 2,
        level,
      });
      return interval[1] - interval[0];
    };
    expect(width(0.99)).toBeGreaterThan(width(0.9));
  });

  it("draws subjects with all of their cases, within their stratum", () => {
    const subjects = labels.map((_, i) => Math.floor(i / 6));
    stratifiedBootstrap(
      (weights) => {
        for (let i = 0; i < weights.length; i++) expect(weights[i]).toBe(weights[i - (i % 6)]);
        expect(weights.reduce((sum, weight) => sum + weight, 0)).toBe(300);
        return 0;
      },
      labels,
      { draws: 20, seed: 3, subjects },
    );
  });

  it("is as wide with ten copies of each case as without them, when they are told to be copies", () => {
    const copies = (values: Int32Array) => Int32Array.from({ length: 3000 }, (_, i) => values[Math.floor(i / 10)] ?? 0);
    const width = (guesses: Int32Array, truth: Int32Array, subjects?: Int32Array) => {
      const options = { draws: 200, seed: 5, ...(subjects ? { subjects } : {}) };
      const { interval } = stratifiedBootstrap((weights) => accuracy(guesses, truth, weights), truth, options);
      return interval[1] - interval[0];
    };
    const [guesses, truth, subjects] = [copies(predicted), copies(labels), copies(labels.map((_, i) => i))];
    const single = width(predicted, labels);
    const told = width(guesses, truth, subjects);
    expect(told).toBeCloseTo(single, 10);
    expect(width(guesses, truth)).toBeLessThan(single / 2.5);
  });

  it("refuses an empty set and senseless options", () => {
    expect(() => stratifiedBootstrap(() => 0, [], { seed: 1 })).toThrow("not enough data");
    expect(() => stratifiedBootstrap(() => 0, [1], { seed: 1, level: 95 })).toThrow("level 95");
  });
});
