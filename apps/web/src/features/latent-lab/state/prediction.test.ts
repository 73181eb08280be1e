import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { LabModel } from "./lab-model.ts";
import { latentAxis, movedCode, stripValues } from "./latent-axis.ts";
import { orderLatents } from "./order-latents.ts";
import { explainScore, probabilitiesOf, scoreHead, thresholdFor } from "./prediction.ts";
import { smallestFlip } from "./smallest-flip.ts";

const number = fc.double({ min: -3, max: 3, noNaN: true });
const positive = fc.double({ min: 0.1, max: 3, noNaN: true });

/** A random model and the code of an image. */
function modelAndCode(classCount: number) {
  return fc.integer({ min: 1, max: 12 }).chain((d) => {
    const row = fc.array(number, { minLength: d, maxLength: d });
    return fc
      .record({
        weight: fc.array(row, { minLength: classCount, maxLength: classCount }),
        bias: fc.array(number, { minLength: classCount, maxLength: classCount }),
        mean: row,
        sd: fc.array(positive, { minLength: d, maxLength: d }),
        kl: fc.array(fc.double({ min: 0, max: 2, noNaN: true }), { minLength: d, maxLength: d }),
        threshold: fc.double({ min: 0.05, max: 0.95, noNaN: true }),
        mu: row,
      })
      .map(({ weight, bias, mean, sd, kl, threshold, mu }) => ({
        model: toModel({ weight, bias, mean, sd, kl, threshold }),
        mu: Float32Array.from(mu),
      }));
  });
}

function toModel(parts: {
  weight: number[][];
  bias: number[];
  mean: number[];
  sd: number[];
  kl: number[];
  threshold: number;
}): LabModel {
  const { mean, sd, kl } = parts;
  return {
    classes: parts.bias.map((_, k) => `class ${k}`),
    maskClasses: [],
    boxClasses: [],
    inputSize: 32,
    channels: 1,
    latentDim: mean.length,
    head: {
      latentDim: mean.length,
      classCount: parts.bias.length,
      weights: Float32Array.from(mean.flatMap((_, j) => parts.weight.map((row) => row[j] ?? 0))),
      bias: Float32Array.from(parts.bias),
    },
    latents: {
      mean,
      sd,
      kl,
      low: mean.map((m, j) => m - 2 * (sd[j] ?? 0)),
      high: mean.map((m, j) => m + 2 * (sd[j] ?? 0)),
    },
    covariance: null,
    threshold: parts.threshold,
    psnr: null,
  };
}

describe("the sum of the bars", () => {
  it("is the log-odds of a two-class prediction", () => {
    fc.assert(
      fc.property(modelAndCode(2), fc.integer({ min: 0, max: 1 }), ({ model, mu }, k) => {
        const { logit } = explainScore(scoreHead(model, k), model, mu);
        expect(1 / (1 + Math.exp(-logit))).toBeCloseTo(probabilitiesOf(model, mu)[k] ?? Number.NaN, 6);
      }),
    );
  });

  it("is the class's own logit when there are more classes", () => {
    fc.assert(
      fc.property(modelAndCode(4), fc.integer({ min: 0, max: 3 }), ({ model, mu }, k) => {
        const { baseline, contributions, logit } = explainScore(scoreHead(model, k), model, mu);
        const { weights, bias, classCount } = model.head;
        const direct = mu.reduce((sum, code, j) => sum + (weights[j * classCount + k] ?? 0) * code, bias[k] ?? 0);
        expect(logit).toBeCloseTo(direct, 6);
        expect(contributions.reduce((sum, part) => sum + part, baseline)).toBeCloseTo(logit, 9);
      }),
    );
  });

  it("gives the two classes of one model thresholds that agree on the decision", () => {
    fc.assert(
      fc.property(modelAndCode(2), ({ model, mu }) => {
        const [p0 = 0, p1 = 0] = [...probabilitiesOf(model, mu)];
        const threshold = model.threshold ?? 0.5;
        fc.pre(Math.abs(p1 - threshold) > 1e-9);
        expect(p1 > (thresholdFor(model, 1) ?? 0)).toBe(p0 < (thresholdFor(model, 0) ?? 0));
      }),
    );
  });
});

describe("orderLatents", () => {
  it("puts every latent in one of the two lists, the largest effect first", () => {
    fc.assert(
      fc.property(
        modelAndCode(2),
        fc.constantFrom("effect" as const, "influence" as const, "number" as const),
        ({ model, mu }, order) => {
          const score = scoreHead(model, 1);
          const { contributions } = explainScore(score, model, mu);
          const { active, inactive } = orderLatents(model, score, contributions, order);
          expect([...active, ...inactive].sort((a, b) => a - b)).toEqual(Array.from(contributions, (_, j) => j));
          expect(inactive.every((j) => (model.latents.kl[j] ?? 0) < 0.01)).toBe(true);
          if (order === "effect") {
            const sizes = active.map((j) => Math.abs(contributions[j] ?? 0));
            expect(sizes).toEqual(sizes.toSorted((a, b) => b - a));
          }
        },
      ),
    );
  });
});

describe("smallestFlip", () => {
  it("crosses the threshold, and by little", () => {
    fc.assert(
      fc.property(modelAndCode(2), ({ model, mu }) => {
        const score = scoreHead(model, 1);
        const pull = score.weights.reduce(
          (sum, w, j) => sum + ((model.latents.kl[j] ?? 0) >= 0.01 ? Math.abs(w) * (model.latents.sd[j] ?? 0) : 0),
          0,
        );
        fc.pre(pull > 0.5);
        const threshold = model.threshold ?? 0.5;
        const moved = movedCode(model, mu, smallestFlip(model, score, mu, threshold));
        const toLogit = (p: number) => Math.log(p / (1 - p));
        const before = explainScore(score, model, mu).logit - toLogit(threshold);
        const after = explainScore(score, model, moved).logit - toLogit(threshold);
        // Slider positions are hundredths of a s.d., so each latent may miss by half of one.
        const rounding = score.weights.reduce(
          (sum, w, j) => sum + Math.abs(w) * (model.latents.sd[j] ?? 0) * 0.0051,
          1e-6,
        );
        expect(after * Math.sign(before || 1)).toBeLessThanOrEqual(-0.1 + rounding);
        expect(after * Math.sign(before || 1)).toBeGreaterThanOrEqual(-0.1 - rounding);
      }),
    );
  });
});

describe("latentAxis", () => {
  it("holds the image's own place, its present place and the percentiles", () => {
    fc.assert(
      fc.property(modelAndCode(2), fc.double({ min: -6, max: 6, noNaN: true }), ({ model, mu }, offset) => {
        const axis = latentAxis(model, 0, mu[0] ?? 0, offset);
        for (const place of [axis.own, axis.own + offset, axis.stripLow, axis.stripHigh]) {
          expect(place).toBeGreaterThanOrEqual(axis.low);
          expect(place).toBeLessThanOrEqual(axis.high);
        }
      }),
    );
  });

  it("draws the strip from percentile to percentile", () => {
    const model = toModel({ weight: [[1], [1]], bias: [0, 0], mean: [1], sd: [0.5], kl: [1], threshold: 0.5 });
    expect(stripValues(model, 0, 5)).toEqual([0, 0.5, 1, 1.5, 2]);
  });
});
