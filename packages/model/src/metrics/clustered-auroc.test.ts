import { describe, expect, it } from "vitest";
import { randomSource } from "../random/random-source.ts";
import { clusteredAuroc } from "./clustered-auroc.ts";
import { delongAuroc } from "./delong.ts";

/** Scores of `subjects` persons with two images each, alike within a person. */
function drawn(seed: number, subjects: number) {
  const random = randomSource(seed);
  const cases = Array.from({ length: subjects }, (_, subject) => {
    const label = subject % 2;
    const level = random.normal() + label;
    return [0, 1].map(() => ({ score: level + 0.1 * random.normal(), label, subject }));
  }).flat();
  return {
    scores: cases.map(({ score }) => score),
    labels: cases.map(({ label }) => label),
    subjects: cases.map(({ subject }) => subject),
  };
}

describe("clusteredAuroc", () => {
  it("is DeLong's with one case a subject", () => {
    const { scores, labels } = drawn(1, 40);
    const expected = delongAuroc(scores, labels);
    const found = clusteredAuroc(scores, labels, [...scores.keys()]);
    expect(found.value).toBe(expected.value);
    expect(found.variance).toBeCloseTo(expected.variance, 12);
  });

  it("covers the truth where images of a person are alike and DeLong's does not", () => {
    // Φ(1/√2 · 1/√1.01) of two normal scores one s.d. apart.
    const truth = 0.7592;
    const runs = Array.from({ length: 200 }, (_, seed) => drawn(seed + 10, 60));
    const covered = (intervals: [number, number][]) =>
      intervals.filter(([low, high]) => low <= truth && truth <= high).length / intervals.length;
    expect(covered(runs.map((run) => clusteredAuroc(run.scores, run.labels, run.subjects).interval))).toBeGreaterThan(
      0.9,
    );
    expect(covered(runs.map((run) => delongAuroc(run.scores, run.labels).interval))).toBeLessThan(0.88);
  });

  it("of a single subject is sure of nothing", () => {
    expect(clusteredAuroc([1, 2, 3, 4], [0, 1, 0, 1], [7, 7, 7, 7]).interval).toEqual([0, 1]);
  });
});
