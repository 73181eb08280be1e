import fc from "fast-check";
import { describe, expect, it } from "vitest";
import reference from "../fixtures/segmentation.json" with { type: "json" };
import { aggregatedJaccardIndex } from "./aggregated-jaccard-index.ts";
import { matchInstances } from "./match-instances.ts";
import { panopticQuality } from "./panoptic-quality.ts";

const labelMap = fc.array(fc.integer({ min: 0, max: 4 }), { minLength: 24, maxLength: 24 });

describe("instance metrics", () => {
  it.each(reference.instances)("agree with their papers' definitions over all pairs of masks", (data) => {
    const overlaps = matchInstances(data.predicted, data.reference);
    const quality = panopticQuality(overlaps);
    expect(aggregatedJaccardIndex(overlaps)).toBeCloseTo(data.aji, 12);
    expect(quality?.pq).toBeCloseTo(data.pq, 12);
    expect(quality?.sq).toBeCloseTo(data.sq, 12);
    expect(quality?.rq).toBeCloseTo(data.rq, 12);
    expect(quality?.truePositives).toBe(data.truePositives);
  });

  it("do not depend on how instances are numbered, and are 1 for the reference itself", () => {
    fc.assert(
      fc.property(labelMap, labelMap, fc.shuffledSubarray([1, 2, 3, 4], { minLength: 4 }), (a, b, names) => {
        const quality = panopticQuality(matchInstances(a, b));
        const renamed = a.map((label) => (label === 0 ? 0 : 10 * (names[label - 1] ?? 0)));
        expect(panopticQuality(matchInstances(renamed, b))?.pq).toBe(quality?.pq);
        expect(quality?.pq ?? 0).toBeLessThanOrEqual(1);
        expect(aggregatedJaccardIndex(matchInstances(a, b)) ?? 0).toBeLessThanOrEqual(1);
        expect(panopticQuality(matchInstances(a, a))?.pq ?? 1).toBe(1);
        expect(aggregatedJaccardIndex(matchInstances(a, a)) ?? 1).toBe(1);
      }),
    );
  });

  it("lets a predicted instance serve several in AJI, none in PQ", () => {
    // One predicted instance over two of the reference.
    const overlaps = matchInstances([7, 7, 7, 7, 0], [1, 1, 2, 2, 0]);
    expect(aggregatedJaccardIndex(overlaps)).toBe(4 / 8);
    expect(panopticQuality(overlaps)).toMatchObject({ pq: 0, truePositives: 0, falsePositives: 1, falseNegatives: 2 });
  });

  it("are null where both maps are empty and 0 where one is", () => {
    const none = [0, 0, 0];
    const one = [0, 3, 3];
    expect(aggregatedJaccardIndex(matchInstances(none, none))).toBeNull();
    expect(panopticQuality(matchInstances(none, none))).toBeNull();
    for (const overlaps of [matchInstances(none, one), matchInstances(one, none)]) {
      expect(aggregatedJaccardIndex(overlaps)).toBe(0);
      expect(panopticQuality(overlaps)?.pq).toBe(0);
    }
    expect(() => matchInstances([0.5], [1])).toThrow("label 0 is 0.5");
  });
});
