import { describe, expect, it } from "vitest";
import { labelledScores, thresholdFor } from "./evaluate.ts";
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
