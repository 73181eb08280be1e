import { expect, it } from "vitest";
import type { LabModel } from "../state/lab-model.ts";
import { changesBetween, pathCodes } from "./compute-counterfactual.ts";

it("goes in even steps from one code to the other", () => {
  const path = pathCodes(Float32Array.of(0, 1), Float32Array.of(2, -1), 5);
  expect([...path]).toEqual([0, 1, 0.5, 0.5, 1, 0, 1.5, -0.5, 2, -1]);
});

it("lists what moved in s.d., largest first, and leaves out what stays", () => {
  const latents = { mean: [0, 0, 0], sd: [2, 0.5, 1], low: [], high: [], kl: [1, 1, 1] };
  const model = { latents } as unknown as LabModel;
  const found = changesBetween(model, Float32Array.of(0, 0, 1), Float32Array.of(1, -1, 1.001));
  expect(found).toEqual([
    { latent: 1, deviations: -2 },
    { latent: 0, deviations: 0.5 },
  ]);
});
