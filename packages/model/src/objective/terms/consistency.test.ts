import * as tf from "@tensorflow/tfjs-core";
import { describe, expect, it } from "vitest";
import { gradientError } from "../../testing/numerical-gradient.ts";
import { noSharedLosses, objectiveBatch } from "../../testing/objective-batch.ts";
import { expectNoLeak, useEngine } from "../../testing/use-engine.ts";
import { type ConsistencyMethod, consistencyMethods, defaultConsistency } from "../consistency-term.ts";
import gold from "../fixtures/semi-supervised.json" with { type: "json" };
import { consistency } from "./consistency.ts";

useEngine("wasm");

function loss(method: ConsistencyMethod, logits: tf.Tensor2D, targets: number[][], ramp = 1): tf.Scalar {
  const lesson = {
    ...{ logits, targets: tf.tensor2d(targets) },
    ...{ weights: tf.tensor1d(gold.rowWeights), ramp: tf.tensor1d([ramp]) },
  };
  return consistency.value(defaultConsistency(method, 1), objectiveBatch({ lesson }), noSharedLosses());
}

const predicted = (): number[][] => tf.tidy(() => tf.softmax(tf.tensor2d(gold.teacher)).arraySync());
const targetsOf = (method: ConsistencyMethod): number[][] =>
  ({ "mean-teacher": predicted(), fixmatch: gold.pseudoLabels, mixmatch: gold.mixed })[method];

describe("consistency", () => {
  it.each([
    ["mean-teacher", gold.meanTeacher],
    ["fixmatch", gold.fixmatch],
    ["mixmatch", gold.mixmatch],
  ] as const)("%s: the reference's loss, padding left out, in proportion to the ramp", async (method, expected) => {
    await expectNoLeak(() =>
      tf.tidy(() => {
        const value = (ramp: number) => loss(method, tf.tensor2d(gold.student), targetsOf(method), ramp).dataSync()[0];
        expect(value(1)).toBeCloseTo(expected, 5);
        expect(value(0.25)).toBeCloseTo(expected / 4, 5);
      }),
    );
  });

  it.each(consistencyMethods)("%s has the gradient of its value", (method) => {
    tf.tidy(() => {
      const value = (logits: tf.Tensor): tf.Tensor =>
        tf.reshape(loss(method, logits as tf.Tensor2D, targetsOf(method)), [1]);
      expect(gradientError(value, [tf.tensor2d(gold.student)])).toBeLessThan(1e-3);
    });
  });

  it("without a lesson is an error", () => {
    tf.tidy(() => {
      expect(() => consistency.value(defaultConsistency("fixmatch", 1), objectiveBatch({}), noSharedLosses())).toThrow(
        "needs a lesson",
      );
    });
  });
});
