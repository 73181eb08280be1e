import * as tf from "@tensorflow/tfjs-core";
import { describe, expect, it } from "vitest";
import { gradientError } from "../../testing/numerical-gradient.ts";
import { noSharedLosses, objectiveBatch } from "../../testing/objective-batch.ts";
import { expectNoLeak, useEngine } from "../../testing/use-engine.ts";
import gold from "../fixtures/objective.json" with { type: "json" };
import type { AttributeBatch } from "../objective-input.ts";
import type { TermSettings } from "../term.ts";
import { alignment } from "./alignment.ts";

useEngine("wasm");

const term = (latent: number): TermSettings<"alignment"> => ({
  ...{ kind: "alignment", weight: 1, delta: gold.delta },
  attributes: [{ name: "age", latent }],
});

function ages(values: number[], weights: number[]): AttributeBatch {
  return {
    names: ["age"],
    values: tf.tensor2d(values, [values.length, 1]),
    weights: tf.tensor2d(weights, [weights.length, 1]),
  };
}

function loss(settings: TermSettings<"alignment">, z: number[][], attributes?: AttributeBatch): number {
  const batch = objectiveBatch({ z: tf.tensor2d(z), attributes });
  return Number(alignment.value(settings, batch, noSharedLosses()).dataSync()[0]);
}

describe("alignment", () => {
  it.each([0, 1, 2])("latent %i: the reference's ordering loss, without missing values and padding", async (latent) => {
    const found = await expectNoLeak(() =>
      tf.tidy(() => loss(term(latent), gold.z, ages(gold.attribute, gold.attributeWeights))),
    );
    expect(found).toBeCloseTo(gold.orderingLoss[latent] ?? Number.NaN, 5);
  });

  it("is nothing where the order is the same, and greatest where it is reversed", () => {
    tf.tidy(() => {
      const far = [[0], [50], [100]];
      expect(loss(term(0), far, ages([20, 40, 60], [1, 1, 1]))).toBeCloseTo(0, 5);
      expect(loss(term(0), far, ages([60, 40, 20], [1, 1, 1]))).toBeCloseTo((6 * 2) / 9, 5);
      expect(loss(term(0), far, ages([60, 40, 20], [0, 0, 0]))).toBe(0);
    });
  });

  it("has the gradient of its value", () => {
    const attributes = ages(gold.attribute, gold.attributeWeights);
    const value = (z: tf.Tensor): tf.Tensor => {
      const batch = objectiveBatch({ z: z as tf.Tensor2D, attributes });
      return tf.reshape(alignment.value(term(1), batch, noSharedLosses()), [1]);
    };
    const z = tf.tensor2d(gold.z);
    expect(gradientError(value, [z])).toBeLessThan(1e-2);
    tf.dispose([z, attributes.values, attributes.weights]);
  });

  it("says which attribute it lacks", () => {
    tf.tidy(() => {
      expect(() => loss(term(0), [[0]])).toThrow("no values of the attribute age");
    });
  });
});
