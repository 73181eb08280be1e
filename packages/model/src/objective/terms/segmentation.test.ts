import * as tf from "@tensorflow/tfjs-core";
import { describe, expect, it } from "vitest";
import { IGNORED_PIXEL } from "../../images/targets.ts";
import { gradientError } from "../../testing/numerical-gradient.ts";
import { noSharedLosses, objectiveBatch } from "../../testing/objective-batch.ts";
import { expectNoLeak, useEngine } from "../../testing/use-engine.ts";
import gold from "../fixtures/dense.json" with { type: "json" };
import type { ObjectiveInput } from "../objective-input.ts";
import { segmentation } from "./segmentation.ts";

useEngine("wasm");

const logits = (): tf.Tensor4D => tf.tensor4d(gold.maskLogits);
const masks = (): tf.Tensor4D => tf.expandDims(tf.tensor3d(gold.masks), 3);

function loss(diceWeight: number, changes: Partial<ObjectiveInput>): number {
  const settings = { kind: "segmentation", weight: 1, diceWeight } as const;
  return tf.tidy(() => {
    const batch = objectiveBatch({ rowWeights: tf.tensor1d(gold.rowWeights), maskLogits: logits(), ...changes });
    return Number(segmentation.value(settings, batch, noSharedLosses()).dataSync()[0]);
  });
}

describe("segmentation", () => {
  it("is the reference's cross-entropy and soft Dice, without ignored pixels and padding", async () => {
    const { crossEntropy, dice } = gold.segmentation;
    await expectNoLeak(() => {
      tf.tidy(() => {
        expect(loss(0, { masks: masks() })).toBeCloseTo(crossEntropy, 5);
        expect(loss(2, { masks: masks() })).toBeCloseTo(crossEntropy + 2 * dice, 5);
      });
    });
  });

  it("is next to nothing for the right answer, and nothing of the cross-entropy where no pixel is known", () => {
    tf.tidy(() => {
      const right = tf.mul<tf.Tensor4D>(tf.cast(tf.equal(masks(), tf.range(0, 3)), "float32"), 30);
      expect(loss(1, { masks: masks(), maskLogits: right })).toBeLessThan(1e-5);
      expect(loss(0, { masks: tf.fill([3, 4, 4, 1], IGNORED_PIXEL) })).toBe(0);
    });
  });

  it("has the gradient of its value", () => {
    const settings = { kind: "segmentation", weight: 1, diceWeight: 1 } as const;
    const given = tf.tidy(() => ({ rowWeights: tf.tensor1d(gold.rowWeights), masks: masks(), maskLogits: logits() }));
    const value = (maskLogits: tf.Tensor): tf.Tensor => {
      const batch = objectiveBatch({ ...given, maskLogits: maskLogits as tf.Tensor4D });
      return tf.reshape(segmentation.value(settings, batch, noSharedLosses()), [1]);
    };
    expect(gradientError(value, [given.maskLogits])).toBeLessThan(1e-3);
    tf.dispose(given);
  });

  it("says what it lacks", () => {
    expect(() => loss(1, {})).toThrow("needs a segmentation head and masks");
  });
});
