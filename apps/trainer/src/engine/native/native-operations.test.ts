import { compareOperations, registerGradients } from "@diaphane/model";
import * as tf from "@tensorflow/tfjs-core";
import { expect, it } from "vitest";
import { openEngine } from "../open-engine.ts";

it("computes with TensorFlow's own operations what tfjs composes, gradients too", async () => {
  expect((await openEngine()).name).toBe("native");
  registerGradients();
  const before = tf.memory().numTensors;
  const differences = await compareOperations();
  expect(tf.memory().numTensors).toBe(before);
  expect(differences.map(({ operation }) => operation)).toEqual(["relu", "biasAdd", "convolve", "batchNorm"]);
  for (const { operation, largestDifference } of differences) expect(largestDifference, operation).toBeLessThan(1e-4);
});
