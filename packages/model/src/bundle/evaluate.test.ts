import { describe, expect, it } from "vitest";
import { fastRandom } from "../metrics/fast-random.ts";
import { expectedCalibrationError } from "../metrics/index.ts";
import { calibrationError, labelledScores, meanOf, thresholdFor } from "./evaluate.ts";
import type { Encoding } from "./network.ts";

const encoding = (logits: number[], count: number): Encoding => ({
  ...{ count, mu: new Float32Array(), logVar: new Float32Array(), attention: new Float32Array(), attentionSide: 0 },
  logits: new Float32Array(logits),
});

describe("labelledScores", () => {
  it("keeps the rows that have a label, as probabilities", () => {
    const cases = labelledScores(encoding([0, 0, 5, 5, Math.log(3), 0], 3), Int32Array.from([1, -1, 0]), 2);
    expect([...cases.labels]).toEqual([1, 0]);
    expect(cases.scores[0]).toBeCloseTo(0.5, 6);
    expect(cases.scores[2]).toBeCloseTo(0.75, 6);
  });
});

describe("thresholdFor", () => {
  it("separates two classes where it can, and needs both", () => {
    const cases = labelledScores(encoding([2, 0, 1, 0, 0, 1, 0, 2], 4), Int32Array.from([0, 0, 1, 1]), 2);
    const threshold = thresholdFor(cases);
    expect(threshold).toBeGreaterThan(0.27);
    expect(threshold).toBeLessThan(0.73);
    expect(thresholdFor({ ...cases, labels: cases.labels.map(() => 1) })).toBeNull();
    expect(thresholdFor({ ...cases, classCount: 4 })).toBeNull();
  });
});

const bootstrap = { seed: 3, draws: 1000 };

describe("meanOf", () => {
  it("gives an interval as wide as the standard error says, of rows with and without a label", () => {
    const values = Float64Array.from({ length: 400 }, (_, i) => (i * 37) % 100);
    const strata = Int32Array.from(values, (_, i) => (i % 5) - 1);
    const { value, interval } = meanOf(values, strata, bootstrap);
    expect(value).toBeCloseTo(49.5, 10);
    const halfWidth = 1.96 * Math.sqrt(833.25 / 400);
    expect(interval[0]).toBeGreaterThan(value - 1.15 * halfWidth);
    expect(interval[0]).toBeLessThan(value - 0.85 * halfWidth);
    expect(interval[1]).toBeGreaterThan(value + 0.85 * halfWidth);
    expect(interval[1]).toBeLessThan(value + 1.15 * halfWidth);
  });
});

describe("calibrationError", () => {
  it("holds its own value, for a model that is calibrated as well as chance allows", () => {
    const draw = fastRandom(5);
    for (const count of [200, 800]) {
      const positive = Float64Array.from({ length: count }, () => draw(1_000_000) / 1_000_000);
      const labels = Int32Array.from(positive, (p) => (draw(1_000_000) / 1_000_000 < p ? 1 : 0));
      const scores = Float64Array.from({ length: 2 * count }, (_, i) => {
        const p = positive[i >> 1] ?? 0;
        return i % 2 === 1 ? p : 1 - p;
      });
      const { value, interval } = calibrationError({ labels, scores, classCount: 2 }, bootstrap);
      expect(value).toBeCloseTo(expectedCalibrationError(scores, labels, 2), 12);
      expect(interval[0]).toBeLessThan(value);
      expect(interval[1]).toBeGreaterThan(value);
    }
  });
});
