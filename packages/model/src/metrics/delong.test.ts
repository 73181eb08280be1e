import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { auroc } from "./auroc.ts";
import { bootstrapAuroc } from "./bootstrap-auroc.ts";
import { delongAuroc } from "./delong.ts";
import { delongTest } from "./delong-test.ts";
import reference from "./fixtures/statistics.json" with { type: "json" };

const cases = fc
  .array(fc.record({ score: fc.integer({ min: -4, max: 4 }), label: fc.constantFrom(0, 1) }), {
    minLength: 4,
    maxLength: 40,
  })
  .filter((rows) => [0, 1].every((label) => rows.filter((row) => row.label === label).length >= 2))
  .map((rows) => ({ scores: rows.map((row) => row.score), labels: rows.map((row) => row.label) }));

describe("delongAuroc", () => {
  it.each(reference.delong)("agrees with the definition over all pairs, with and without ties (%#)", (data) => {
    const found = delongAuroc(data.first, data.labels);
    expect(found.value).toBeCloseTo(data.auroc, 12);
    expect(found.variance).toBeCloseTo(data.variance, 12);
    found.interval.forEach((end, i) => {
      expect(end).toBeCloseTo(data.interval[i] ?? 0, 10);
    });
  });

  it.each(reference.delong)("is near the bootstrap's interval (%#)", (data) => {
    const { interval } = bootstrapAuroc(data.first, data.labels, { draws: 4000, seed: 1 });
    const delong = delongAuroc(data.first, data.labels).interval;
    expect(Math.abs(interval[0] - delong[0])).toBeLessThan(0.03);
    expect(Math.abs(interval[1] - delong[1])).toBeLessThan(0.03);
  });

  it("does not change when scores are stretched monotonously, and turns round with their sign", () => {
    fc.assert(
      fc.property(cases, ({ scores, labels }) => {
        const found = delongAuroc(scores, labels);
        expect(found.value).toBeCloseTo(auroc(scores, labels), 12);
        expect(
          delongAuroc(
            scores.map((score) => Math.exp(score / 2) - 7),
            labels,
          ),
        ).toEqual(found);
        const turned = delongAuroc(
          scores.map((score) => -score),
          labels,
        );
        expect(turned.value).toBeCloseTo(1 - found.value, 12);
        expect(turned.variance).toBeCloseTo(found.variance, 12);
      }),
    );
  });

  it("stays within 0…1 and needs two cases of each class", () => {
    expect(delongAuroc([1, 2, 3, 4, 2.5], [0, 0, 1, 1, 1]).interval[1]).toBeLessThanOrEqual(1);
    expect(() => delongAuroc([1, 2, 3], [0, 0, 1])).toThrow("1 positive and 2 negative");
  });
});

describe("delongTest", () => {
  it.each(reference.delong)("agrees with the definition over all pairs (%#)", (data) => {
    const found = delongTest(data.first, data.second, data.labels);
    expect(found.difference).toBeCloseTo(data.difference, 12);
    expect(found.z).toBeCloseTo(data.z, 9);
    expect(found.pValue).toBeCloseTo(data.pValue, 10);
  });

  it("is the same both ways round, and sure of nothing for scores of the same order", () => {
    fc.assert(
      fc.property(cases, ({ scores, labels }) => {
        const same = delongTest(
          scores,
          scores.map((score) => 3 * score + 1),
          labels,
        );
        expect(same).toEqual({ difference: 0, interval: [0, 0], z: 0, pValue: 1 });
      }),
    );
    const [data] = reference.delong;
    if (!data) throw new Error("the fixture is empty");
    const forth = delongTest(data.first, data.second, data.labels);
    const back = delongTest(data.second, data.first, data.labels);
    expect(back.difference).toBeCloseTo(-forth.difference, 12);
    expect(back.pValue).toBeCloseTo(forth.pValue, 12);
  });

  it("gives no number where both AUROCs are at their limits, or the cases are not the same", () => {
    expect(() => delongTest([1, 2, 3, 4], [4, 3, 2, 1], [0, 0, 1, 1])).toThrow("not enough data");
    expect(() => delongTest([1, 2], [1, 2, 3], [0, 1])).toThrow("got 2 and 3");
  });
});
