import { describe, expect, it } from "vitest";
import { randomSource } from "../random/random-source.ts";
import {
  activeLatentsOf,
  computeFactorVaeScore,
  leastVaryingLatent,
  majorityVoteAccuracy,
} from "./factor-vae-score.ts";
import { fixedData, representRows } from "./fixed-data.ts";
import reference from "./fixtures/disentanglement.json" with { type: "json" };
import { discData } from "./fixtures/known-factors.ts";

const small = { batch: 16, trainVotes: 300, testVotes: 150, varianceSamples: 500 };

describe("FactorVAE score", () => {
  it("agrees with disentanglement_lib's definition, pruning included", () => {
    const { variances, train, test, ...expected } = reference.factorVae;
    const active = activeLatentsOf(variances);
    expect(active).toEqual([0, 1, 3]);
    const votes = ({ batches, factors }: typeof train) =>
      batches.map((values, i) => ({
        factor: factors[i] ?? 0,
        latent: leastVaryingLatent({ rows: values.length / 4, columns: 4, values }, variances, active),
      }));
    const found = majorityVoteAccuracy(votes(train), votes(test));
    expect(found.score).toBeCloseTo(expected.score, 12);
    expect(found.trainScore).toBeCloseTo(expected.trainScore, 12);
  });

  it("is 1 for factors as codes, and near chance for noise", async () => {
    const ideal = await computeFactorVaeScore(discData, (values) => values, randomSource(1), small);
    expect(ideal).toEqual({ score: 1, trainScore: 1, activeLatents: 3 });
    const noise = randomSource(3);
    const lost = await computeFactorVaeScore(
      discData,
      ({ rows }) => ({ rows, columns: 2, values: Float64Array.from({ length: 2 * rows }, () => noise.normal()) }),
      randomSource(1),
      small,
    );
    expect(lost.score).toBeLessThan(0.5);
  });

  it("is 0 where no latent varies", async () => {
    const still = ({ rows }: { rows: number }) => ({ rows, columns: 2, values: new Float64Array(2 * rows) });
    const found = await computeFactorVaeScore(discData, still, randomSource(1), small);
    expect(found).toEqual({ score: 0, trainScore: 0, activeLatents: 0 });
  });

  it("runs on a fixed set", async () => {
    const { factors } = discData.sample(600, randomSource(5));
    const found = await computeFactorVaeScore(fixedData(factors), representRows(factors), randomSource(1), small);
    expect(found.score).toBeGreaterThan(0.95);
  });
});
