import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Encoding } from "../bundle/network.ts";
import { centredHead, contributions, exactLogits, type Head } from "./contributions.ts";
import { describeLatents } from "./latent-statistics.ts";
import { probabilities } from "./probabilities.ts";
import { latentsByEffect, traversalCodes, traversalValues } from "./traversal.ts";

const value = fc.double({ min: -50, max: 50, noNaN: true });

/** A head, a code and a mean that fit each other. */
const situation = fc
  .tuple(fc.integer({ min: 1, max: 8 }), fc.integer({ min: 2, max: 5 }))
  .chain(([latentDim, classCount]) => {
    const list = (length: number): fc.Arbitrary<Float32Array> =>
      fc.array(value, { minLength: length, maxLength: length }).map((values) => new Float32Array(values));
    return fc.record({
      head: fc.record({
        ...{ latentDim: fc.constant(latentDim), classCount: fc.constant(classCount) },
        ...{ weights: list(latentDim * classCount), bias: list(classCount) },
      }),
      mu: list(latentDim),
      mean: list(latentDim),
    });
  });

describe("contributions", () => {
  it("sum, with the baseline, to the logit of every class", () => {
    fc.assert(
      fc.property(situation, ({ head, mu, mean }) => {
        exactLogits(head, mu).forEach((logit, classIndex) => {
          const found = contributions(head, mu, mean, classIndex);
          const sum = found.contributions.reduce((total, part) => total + part, found.baseline);
          expect(Math.abs(sum - logit)).toBeLessThan(1e-8);
          expect(Math.abs(found.logit - logit)).toBeLessThan(1e-8);
        });
      }),
    );
  });

  it("of one latent: weight times distance to the mean", () => {
    const head: Head = {
      latentDim: 2,
      classCount: 2,
      weights: new Float32Array([1, 2, 3, 4]),
      bias: new Float32Array([0.5, -1]),
    };
    const found = contributions(head, [2, 1], [1, -1], 1);
    expect([...found.contributions]).toEqual([2, 8]);
    expect(found.baseline).toBe(-1 + 2 - 4);
    expect(found.logit).toBe(7);
  });
});

describe("centredHead", () => {
  it("changes no probability", () => {
    fc.assert(
      fc.property(situation, ({ head, mu }) => {
        const before = probabilities(exactLogits(head, mu), head.classCount);
        const after = probabilities(exactLogits(centredHead(head), mu), head.classCount);
        before.forEach((p, k) => {
          expect(Math.abs(p - (after[k] ?? Number.NaN))).toBeLessThan(5e-3);
        });
      }),
    );
  });

  it("leaves weights that sum to zero over classes", () => {
    const head: Head = {
      latentDim: 1,
      classCount: 3,
      weights: new Float32Array([1, 2, 6]),
      bias: new Float32Array([3, 3, 3]),
    };
    expect([...centredHead(head).weights]).toEqual([-2, -1, 3]);
    expect([...centredHead(head).bias]).toEqual([0, 0, 0]);
  });
});

describe("probabilities", () => {
  it("sum to one in each row, far out too", () => {
    expect([...probabilities([0, 0, 1000, -1000], 2)]).toEqual([0.5, 0.5, 1, 0]);
  });
});

describe("describeLatents", () => {
  const encoding: Encoding = {
    count: 5,
    mu: new Float32Array([1, 10, 2, 20, 3, 30, 4, 40, 5, 50]),
    logVar: new Float32Array(10),
    ...{ logits: new Float32Array(10), attention: new Float32Array(), attentionSide: 0 },
  };
  const latents = describeLatents(encoding, 2);

  it("gives mean, deviation, covariance and KL in closed form", () => {
    expect(latents.mean).toEqual([3, 30]);
    expect(latents.deviation[0]).toBeCloseTo(Math.sqrt(2.5), 10);
    expect(latents.covariance[0]?.[1]).toBeCloseTo(25, 10);
    expect(latents.kl[0]).toBeCloseTo(55 / 10, 10);
  });

  it("interpolates quantiles as NumPy does", () => {
    // numpy 2.1: np.quantile([1, 2, 3, 4, 5], [.02, .14, .5, .98])
    const [low, next] = latents.quantiles[0] ?? [];
    expect(low).toBeCloseTo(1.08, 10);
    expect(next).toBeCloseTo(1.56, 10);
  });

  it("is what traversals run over", () => {
    expect(traversalValues(latents, 1)).toEqual(latents.quantiles[1]);
    expect(() => traversalValues(latents, 2)).toThrow("There is no latent 2");
    expect([...traversalCodes([7, 8], 1, [0, 1])]).toEqual([7, 0, 7, 1]);
  });

  it("orders latents by what one deviation does to the logit", () => {
    const head: Head = {
      latentDim: 2,
      classCount: 2,
      weights: new Float32Array([-3, 3, 0.5, -0.5]),
      bias: new Float32Array(2),
    };
    const effects = latentsByEffect(head, latents, 1);
    expect(effects.map(({ latent }) => latent)).toEqual([1, 0]);
    expect(effects[0]?.effect).toBeCloseTo(-0.5 * Math.sqrt(250), 4);
    expect(effects[0]?.isActive).toBe(true);
  });
});
