import { describe, expect, it } from "vitest";
import { randomSource } from "../random/random-source.ts";
import { fixedData, representRows } from "./fixed-data.ts";
import reference from "./fixtures/disentanglement.json" with { type: "json" };
import { discData } from "./fixtures/known-factors.ts";
import { computeZDiffScore, meanDifference, zDiffScore } from "./z-diff-score.ts";

const small = { batch: 16, trainPoints: 300, testPoints: 150 };

describe("Z-diff score", () => {
  it.each(reference.zDiff)("agrees with scikit-learn's LogisticRegression on the same points (%#)", (data) => {
    const points = ({ differences, factors }: typeof data.train) => ({
      differences: { rows: factors.length, columns: 4, values: differences },
      factors: Int32Array.from(factors),
    });
    const found = zDiffScore(points(data.train), points(data.test), data.classCount);
    expect(found.score).toBeCloseTo(data.score, 12);
    expect(found.trainScore).toBeCloseTo(data.trainScore, 12);
  });

  it("is 1 for factors as codes and chance for noise", async () => {
    expect((await computeZDiffScore(discData, (values) => values, randomSource(1), small)).score).toBeGreaterThan(0.99);
    const noise = randomSource(3);
    const lost = await computeZDiffScore(
      discData,
      ({ rows }) => ({ rows, columns: 2, values: Float64Array.from({ length: 2 * rows }, () => noise.normal()) }),
      randomSource(1),
      small,
    );
    expect(lost.score).toBeLessThan(0.5);
  });

  it("runs on a fixed set", async () => {
    const { factors } = discData.sample(600, randomSource(5));
    const found = await computeZDiffScore(fixedData(factors), representRows(factors), randomSource(1), small);
    expect(found.score).toBeGreaterThan(0.95);
  });

  it("takes the mean of absolute differences, latent by latent", () => {
    const first = { rows: 2, columns: 2, values: [1, 5, 2, 0] };
    expect(meanDifference(first, { ...first, values: [3, 5, -1, 4] })).toEqual([2.5, 2]);
  });

  it("needs points", () => {
    const none = { differences: { rows: 0, columns: 1, values: [] }, factors: new Int32Array() };
    expect(() => zDiffScore(none, none, 2)).toThrow("not enough data");
  });
});
