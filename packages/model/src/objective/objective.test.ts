import * as tf from "@tensorflow/tfjs-core";
import { describe, expect, it } from "vitest";
import { defaultModelConfig, type ModelConfig } from "../network/model-config.ts";
import { expectNoLeak, useEngine } from "../testing/use-engine.ts";
import { objective } from "./objective.ts";
import type { ObjectiveInput } from "./objective-input.ts";
import type { ObjectiveTerm } from "./objective-term.ts";

useEngine("cpu");

const config = defaultModelConfig({ size: "nano", channels: 1, classes: ["no", "yes"] });

/** Two rows: 2×1 pixels, two latents, two classes. */
function input(changes: Partial<ObjectiveInput> = {}): ObjectiveInput {
  return {
    images: tf.tensor4d([0.5, 0.5, 1, 0], [2, 2, 1, 1]),
    pixelLogits: tf.zeros([2, 2, 1, 1]),
    mu: tf.tensor2d([1, 0, 2, 0], [2, 2]),
    logVar: tf.tensor2d([0, 0, 0, Math.log(2)], [2, 2]),
    z: tf.tensor2d([1, 0, 2, 0], [2, 2]),
    logits: tf.tensor2d([0, 0, Math.log(3), 0], [2, 2]),
    logSigma: tf.tensor1d([0]),
    targets: tf.tensor2d([1, 0, 1, 0], [2, 2]),
    rowWeights: tf.tensor1d([1, 1]),
    labelWeights: tf.tensor1d([1, 1]),
    capacity: tf.tensor1d([0]),
    imageCount: 2,
    ...changes,
  };
}

/** Losses on the host; nothing may be left in the engine. */
function losses(terms: ObjectiveTerm[], changes: Partial<ObjectiveInput> = {}, model: ModelConfig = config) {
  return tf.tidy(() => {
    const result = objective(terms, model, input(changes));
    const scalar = (tensor: tf.Tensor): number => tensor.dataSync()[0] ?? Number.NaN;
    return {
      total: scalar(result.total),
      reconstruction: scalar(result.reconstruction),
      classification: scalar(result.classification),
      kl: scalar(result.kl),
      klPerLatent: [...result.klPerLatent.dataSync()],
    };
  });
}

const classification = { kind: "classification", weight: 2, labelSmoothing: 0, classWeights: "none" } as const;
const halfLogTwoPi = 0.9189385332;

describe("objective", () => {
  it("Gaussian reconstruction: summed over pixels, mean over rows", async () => {
    const found = await expectNoLeak(() => losses([{ kind: "reconstruction", weight: 1 }]));
    // Row 1 has no error, row 2 has 2·(0.5²)/2.
    expect(found.reconstruction).toBeCloseTo((0 + 0.25) / 2 + 2 * halfLogTwoPi, 5);
    expect(found.total).toBeCloseTo(found.reconstruction, 5);
  });

  it("Gaussian reconstruction uses the learned sigma", () => {
    const { reconstruction } = losses([], { logSigma: tf.tensor1d([Math.log(0.5)]) });
    expect(reconstruction).toBeCloseTo((0.25 / 2) * 4 + 2 * (halfLogTwoPi + Math.log(0.5)), 5);
  });

  it("Bernoulli reconstruction: log 2 for each pixel at logit 0, and finite far out", () => {
    const bernoulli = { ...config, likelihood: "bernoulli" as const };
    expect(losses([], { logSigma: null }, bernoulli).reconstruction).toBeCloseTo(2 * Math.LN2, 5);
    const far = { logSigma: null, pixelLogits: tf.fill<tf.Rank.R4>([2, 2, 1, 1], 200) };
    expect(losses([], far, bernoulli).reconstruction).toBeCloseTo((100 + 100 + 0 + 200) / 2, 2);
  });

  it("KL of each latent, closed form", () => {
    const { klPerLatent, kl } = losses([]);
    expect(klPerLatent[0]).toBeCloseTo((0.5 + 2) / 2, 5);
    expect(klPerLatent[1]).toBeCloseTo((2 - Math.LN2 - 1) / 4, 5);
    expect(kl).toBeCloseTo((klPerLatent[0] ?? 0) + (klPerLatent[1] ?? 0), 5);
  });

  it("capacity is the distance to C, from both sides; beta and C may be 0", () => {
    const term = { kind: "capacity", gamma: 10, capacity: 25, rampShare: 0.5 } as const;
    const { kl } = losses([]);
    expect(losses([term]).total).toBeCloseTo(10 * kl, 4);
    expect(losses([term], { capacity: tf.tensor1d([3]) }).total).toBeCloseTo(10 * (3 - kl), 4);
    expect(losses([{ kind: "beta", beta: 4 }]).total).toBeCloseTo(4 * kl, 4);
    expect(losses([{ kind: "beta", beta: 0 }]).total).toBe(0);
  });

  it("cross-entropy with its weight; rows without a label count nothing", () => {
    const both = losses([classification]);
    expect(both.classification).toBeCloseTo((Math.LN2 + Math.log(4 / 3)) / 2, 5);
    expect(both.total).toBeCloseTo(2 * both.classification, 5);
    expect(losses([classification], { labelWeights: tf.tensor1d([0, 1]) }).classification).toBeCloseTo(
      Math.log(4 / 3),
      5,
    );
    expect(losses([classification], { labelWeights: tf.tensor1d([0, 0]) }).classification).toBe(0);
  });

  it("label smoothing mixes in the other classes", () => {
    const { classification: found } = losses([{ ...classification, labelSmoothing: 0.2 }]);
    const second = 0.9 * Math.log(4 / 3) + 0.1 * Math.log(4);
    expect(found).toBeCloseTo((Math.LN2 + second) / 2, 5);
  });

  it("padding rows count nothing in reconstruction and KL", () => {
    const padded = losses([], { rowWeights: tf.tensor1d([0, 1]) });
    expect(padded.reconstruction).toBeCloseTo(0.25 + 2 * halfLogTwoPi, 5);
    expect(padded.klPerLatent[0]).toBeCloseTo(2, 5);
  });
});
