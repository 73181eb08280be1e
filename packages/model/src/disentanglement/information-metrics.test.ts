import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { randomSource } from "../random/random-source.ts";
import { histogramBins } from "./discrete-values.ts";
import { fixedData, representRows } from "./fixed-data.ts";
import reference from "./fixtures/disentanglement.json" with { type: "json" };
import { train } from "./fixtures/reference-samples.ts";
import { computeModularity, modularity } from "./modularity.ts";
import { informationTable } from "./mutual-information.ts";
import { computeMutualInformationGap, mutualInformationGap } from "./mutual-information-gap.ts";
import type { Table } from "./table.ts";

const { codes, factors } = train;

/** The codes with latents in another order, stretched and turned round. */
function rearranged(order: readonly number[], scales: readonly number[]): Table {
  const values = Float64Array.from({ length: codes.rows * 4 }, (_, place) => {
    const column = place % 4;
    return (codes.values[place - column + (order[column] ?? 0)] ?? 0) * (scales[column] ?? 1);
  });
  return { ...codes, values };
}

describe("information metrics", () => {
  it("agree with disentanglement_lib's definitions on scikit-learn", () => {
    const { information, entropy } = informationTable(codes, factors);
    information.flat().forEach((nats, i) => {
      expect(nats).toBeCloseTo(reference.information.flat()[i] ?? 0, 12);
    });
    entropy.forEach((nats, i) => {
      expect(nats).toBeCloseTo(reference.entropy[i] ?? 0, 12);
    });
    const gap = mutualInformationGap(codes, factors);
    gap.byFactor.forEach((value, i) => {
      expect(value).toBeCloseTo(reference.mig[i] ?? 0, 12);
    });
    expect(gap.mig).toBeCloseTo(reference.mig.reduce((a, b) => a + b) / 3, 12);
    modularity(codes, factors).byLatent.forEach((value, i) => {
      expect(value).toBeCloseTo(reference.modularity[i] ?? 0, 11);
    });
  });

  it("do not depend on the order or the scale of latents", () => {
    const orders = fc.shuffledSubarray([0, 1, 2, 3], { minLength: 4 });
    const powers = fc.array(fc.integer({ min: -3, max: 3 }), { minLength: 4, maxLength: 4 });
    const expected = {
      mig: mutualInformationGap(codes, factors).mig,
      modularity: modularity(codes, factors).modularity,
    };
    fc.assert(
      fc.property(orders, powers, (order, exponents) => {
        const moved = rearranged(
          order,
          exponents.map((power) => 2 ** power),
        );
        expect(mutualInformationGap(moved, factors).mig).toBeCloseTo(expected.mig, 10);
        expect(modularity(moved, factors).modularity).toBeCloseTo(expected.modularity, 10);
      }),
      { numRuns: 25 },
    );
  });

  it("are 1 for one latent a factor, and the gap is 0 for a copied latent", () => {
    // Every pair of values once: what tells of one factor tells nothing of the other.
    const pairs = Float64Array.from({ length: 18 }, (_, place) => {
      const row = place >> 1;
      return place % 2 === 0 ? row % 3 : Math.floor(row / 3);
    });
    const table = { rows: 9, columns: 2, values: pairs };
    const grid = { ...table, factors: factors.factors.slice(0, 2) };
    expect(mutualInformationGap(table, grid).mig).toBeCloseTo(1, 12);
    expect(modularity(table, grid).modularity).toBeCloseTo(1, 12);
    const copied = { ...table, values: pairs.map((_, place) => pairs[place - (place % 2)] ?? 0) };
    expect(mutualInformationGap(copied, grid).byFactor[0]).toBeCloseTo(0, 12);
  });

  it("say what is missing", () => {
    const single = { ...codes, columns: 1, values: Float64Array.from({ length: codes.rows }, (_, i) => i) };
    expect(() => mutualInformationGap(single, factors)).toThrow("at least two latents");
    const constant = { ...factors, values: new Float64Array(factors.values.length) };
    expect(() => mutualInformationGap(codes, constant)).toThrow('"categorical" has one value only');
    expect(() => modularity({ ...codes, rows: 3 }, factors)).toThrow("codes [3, 4] do not fit");
  });

  it("draw from a fixed set what there is of it", async () => {
    const data = fixedData(factors);
    const found = await computeMutualInformationGap(data, representRows(codes), randomSource(1));
    expect(found.samples).toBe(codes.rows);
    expect(found.mig).toBeCloseTo(mutualInformationGap(codes, factors).mig, 12);
    const some = await computeModularity(data, representRows(codes), randomSource(1), 40);
    expect(some.samples).toBe(40);
  });
});

describe("histogramBins", () => {
  it("puts borders into the upper bin and the greatest value into the last", () => {
    expect([...histogramBins(Float64Array.of(0, 1, 19, 20, 9.99))]).toEqual([0, 1, 19, 19, 9]);
    expect([...histogramBins(Float64Array.of(3, 3))]).toEqual([0, 0]);
  });
});
