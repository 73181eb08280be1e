import * as tf from "@tensorflow/tfjs-core";
import { describe, expect, it } from "vitest";
import { gradientError } from "../../testing/numerical-gradient.ts";
import { noSharedLosses, objectiveBatch } from "../../testing/objective-batch.ts";
import { expectNoLeak, useEngine } from "../../testing/use-engine.ts";
import gold from "../fixtures/objective.json" with { type: "json" };
import type { ObjectiveInput } from "../objective-input.ts";
import type { TermSettings } from "../term.ts";
import { decomposeKl, totalCorrelation } from "./total-correlation.ts";

useEngine("wasm");

/** The fixture's batch: four rows and one of padding. */
function goldBatch(changes: Partial<ObjectiveInput> = {}): ObjectiveInput {
  return objectiveBatch({
    ...{ mu: tf.tensor2d(gold.mu), logVar: tf.tensor2d(gold.logVar), z: tf.tensor2d(gold.z) },
    ...{ rowWeights: tf.tensor1d(gold.rowWeights), imageCount: gold.imageCount },
    ...changes,
  });
}

const settings: TermSettings<"total-correlation"> = {
  kind: "total-correlation",
  ...{ mutualInformation: 1, totalCorrelation: 6, dimensionWise: 1 },
};

describe("total correlation", () => {
  it("gives the three parts of the reference, padding left out", async () => {
    await expectNoLeak(() =>
      tf.tidy(() => {
        const parts = decomposeKl(goldBatch());
        expect(parts.mutualInformation.dataSync()[0]).toBeCloseTo(gold.mutualInformation, 4);
        expect(parts.totalCorrelation.dataSync()[0]).toBeCloseTo(gold.totalCorrelation, 4);
        expect(parts.dimensionWise.dataSync()[0]).toBeCloseTo(gold.dimensionWise, 4);
      }),
    );
  });

  const total = (weights: Partial<TermSettings<"total-correlation">>, changes: Partial<ObjectiveInput> = {}): number =>
    tf.tidy(() =>
      Number(totalCorrelation.value({ ...settings, ...weights }, goldBatch(changes), noSharedLosses()).dataSync()[0]),
    );

  it("weighs each part, down to nothing", () => {
    const expected = gold.mutualInformation + 6 * gold.totalCorrelation + gold.dimensionWise;
    expect(total({})).toBeCloseTo(expected, 3);
    expect(total({ mutualInformation: 0, totalCorrelation: 0, dimensionWise: 0 })).toBe(0);
  });

  it("with even weights is log q(z given x) − log p(z), whatever the number of images; else it is not", () => {
    const even = { totalCorrelation: 1 };
    const whole = gold.mutualInformation + gold.totalCorrelation + gold.dimensionWise;
    expect(total(even, { imageCount: 7 })).toBeCloseTo(whole, 4);
    expect(total({}, { imageCount: 7 })).not.toBeCloseTo(total({}), 1);
  });

  it("has the gradient of its value, in every latent parameter", () => {
    const value = (z: tf.Tensor, mu: tf.Tensor, logVar: tf.Tensor): tf.Tensor => {
      const inputs = { z: z as tf.Tensor2D, mu: mu as tf.Tensor2D, logVar: logVar as tf.Tensor2D };
      return tf.reshape(totalCorrelation.value(settings, goldBatch(inputs), noSharedLosses()), [1]);
    };
    const inputs = [tf.tensor2d(gold.z), tf.tensor2d(gold.mu), tf.tensor2d(gold.logVar)];
    expect(gradientError(value, inputs)).toBeLessThan(2e-2);
    tf.dispose(inputs);
  });
});
