import { expect, it } from "vitest";
import { decisionOf } from "./decision.ts";
import type { LabModel } from "./lab-model.ts";
import { movedCode } from "./latent-axis.ts";
import { explainScore, probabilitiesOf } from "./prediction.ts";
import { smallestFlip } from "./smallest-flip.ts";

function modelOf(classes: string[], weights: number[], threshold: number | null): LabModel {
  const latents = { mean: [0, 0], sd: [1, 2], low: [-2, -4], high: [2, 4], kl: [1, 1] };
  const head = {
    ...{ latentDim: 2, classCount: classes.length },
    ...{ weights: Float32Array.from(weights), bias: new Float32Array(classes.length) },
  };
  const shape = { maskClasses: [], boxClasses: [], inputSize: 32, channels: 1 as const, latentDim: 2, psnr: null };
  return { ...shape, classes, head, latents, threshold, covariance: null };
}

it("of two classes is the one against the other, at the model's threshold or its mirror image", () => {
  const model = modelOf(["no", "yes"], [0, 1, 1, 0], 0.3);
  expect(decisionOf(model, 1, Float32Array.of(1, 0))).toMatchObject({
    contrast: { classIndex: 1, rival: 0 },
    threshold: 0.3,
  });
  expect(decisionOf(model, 0, Float32Array.of(1, 0)).threshold).toBeCloseTo(0.7, 10);
});

it("of more classes is against the likeliest other one, and its flip makes another class the likeliest", () => {
  const model = modelOf(["a", "b", "c"], [2, 1, -1, 0, 1, 0.5], null);
  const mu = Float32Array.of(1, 0.2);
  const decision = decisionOf(model, 0, mu);
  expect(decision.contrast).toEqual({ classIndex: 0, rival: 1 });
  const [a = 0, b = 0] = probabilitiesOf(model, mu);
  expect(explainScore(decision.score, model, mu).logit).toBeCloseTo(Math.log(a / b), 6);
  const moved = movedCode(model, mu, smallestFlip(model, decision.score, mu, decision.threshold));
  const after = probabilitiesOf(model, moved);
  expect(after.indexOf(Math.max(...after))).not.toBe(0);
});
