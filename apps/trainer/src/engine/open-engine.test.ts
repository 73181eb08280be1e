import * as tf from "@tensorflow/tfjs-core";
import { expect, it } from "vitest";
import { openEngine } from "./open-engine.ts";

it("computes on the project's own tfjs-core, whose memory count comes back to its start", async () => {
  const engine = await openEngine();
  expect(tf.getBackend()).toBe(engine.backend);
  const start = tf.memory();
  const product = tf.tidy(() => tf.matMul(tf.fill([8, 16], 2), tf.fill([16, 4], 3)));
  expect(tf.memory().numTensors).toBe(start.numTensors + 1);
  expect([...(await product.data())]).toEqual(new Array(32).fill(96));
  product.dispose();
  expect(tf.memory()).toMatchObject({ numTensors: start.numTensors, numBytes: start.numBytes });
});
