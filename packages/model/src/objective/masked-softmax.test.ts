import * as tf from "@tensorflow/tfjs-core";
import { describe, expect, it } from "vitest";
import { noSharedLosses, objectiveBatch } from "../testing/objective-batch.ts";
import { expectNoLeak, useEngine } from "../testing/use-engine.ts";
import { classification } from "./terms/classification.ts";

useEngine("cpu");

const mask = [
  [1, 1, 0, 0, 0],
  [0, 0, 1, 1, 1],
  [0, 0, 0, 0, 0],
];
const logits = [
  [1, -1, 9, 9, 9],
  [9, 9, 0.5, 2, -1],
  [3, 1, 4, 1, 5],
];
const targets = [
  [0, 1, 0, 0, 0],
  [0, 0, 1, 0, 0],
  [0, 0, 0, 0, 0],
];

function value(labelSmoothing: number, changed = logits): number {
  return tf.tidy(() => {
    const batch = objectiveBatch({
      ...{ logits: tf.tensor2d(changed), targets: tf.tensor2d(targets), classMask: tf.tensor2d(mask) },
      labelWeights: tf.tensor1d([1, 1, 0]),
    });
    const settings = { kind: "classification", weight: 1, labelSmoothing, classWeights: "none" } as const;
    const [loss = Number.NaN] = classification.value(settings, batch, noSharedLosses()).dataSync();
    return loss;
  });
}

describe("the class loss of several sets", () => {
  it("is each row's cross-entropy over its own set's classes", async () => {
    // By hand: −log softmax([1, −1])[1] = log(1 + e²) = 2.126928, −log softmax([.5, 2, −1])[0] = 1.741311; their mean.
    await expectNoLeak(() => expect(value(0)).toBeCloseTo((2.126928 + 1.741311) / 2, 5));
  });

  it("smooths labels over these alone", () => {
    // With .1: rows are .95 · 2.126928 + .05 · .126928, and .9 · 1.741311 + .1 · mean(1.741311, .241311, 3.241311).
    const smoothed = (0.95 * 2.126928 + 0.05 * 0.126928 + 0.9 * 1.741311 + 0.1 * 1.741311) / 2;
    expect(value(0.1)).toBeCloseTo(smoothed, 5);
  });

  it("does not see the logits of other sets, nor a row without labels", () => {
    const other = [
      [1, -1, -40, 70, 0],
      [-3, 500, 0.5, 2, -1],
      [0, 0, 0, 0, 0],
    ];
    expect(value(0.1, other)).toBeCloseTo(value(0.1), 6);
  });
});
