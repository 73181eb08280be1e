import "@tensorflow/tfjs-backend-cpu";
import "@tensorflow/tfjs-backend-wasm";
import * as tf from "@tensorflow/tfjs-core";
import { beforeAll, beforeEach, expect } from "vitest";
import { registerGradients } from "../engine/gradients.ts";
import { registerWasmGradients } from "../engine/wasm-gradients.ts";

/** Runs a test file on an engine: `cpu` is exact and needs nothing, `wasm` is some thirty times faster. */
export function useEngine(name: "cpu" | "wasm"): void {
  beforeAll(async () => {
    registerGradients();
    registerWasmGradients();
    // Keeps tfjs from advertising its other engines on the console.
    tf.enableProdMode();
    await tf.setBackend(name);
    await tf.ready();
  });
  beforeEach(() => {
    expect(tf.getBackend()).toBe(name);
  });
}

/** Asserts that a call leaves as many tensors and buffers as there were. */
export async function expectNoLeak<T>(call: () => T | Promise<T>): Promise<T> {
  const before = tf.memory();
  const result = await call();
  const after = tf.memory();
  expect({ tensors: after.numTensors, buffers: after.numDataBuffers }).toEqual({
    tensors: before.numTensors,
    buffers: before.numDataBuffers,
  });
  return result;
}
