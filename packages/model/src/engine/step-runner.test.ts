import * as tf from "@tensorflow/tfjs-core";
import { afterEach, describe, expect, it } from "vitest";
import { expectNoLeak, useEngine } from "../testing/use-engine.ts";
import {
  createStepRunner,
  NotCompiled,
  offerStepCompiler,
  type StepRunner,
  withdrawStepCompiler,
} from "./step-runner.ts";

useEngine("cpu");
afterEach(() => withdrawStepCompiler("cpu"));

type Tensors = { x: tf.Tensor };
const add = (state: Tensors, inputs: Tensors) => ({
  state: { x: tf.add(state.x, inputs.x) },
  outputs: { before: tf.clone(state.x) },
});
function build(): StepRunner<Tensors, Tensors, { before: tf.Tensor }> {
  const [initial, example] = [{ x: tf.scalar(1) }, { x: tf.scalar(0) }];
  try {
    return createStepRunner(add, initial, example);
  } finally {
    tf.dispose([initial, example]);
  }
}

function take(runner: StepRunner<Tensors, Tensors, { before: tf.Tensor }>, value: number): number | undefined {
  const before = tf.tidy(() => runner.step({ x: tf.scalar(value) }).before);
  const [number] = before.dataSync();
  before.dispose();
  return number;
}

describe("createStepRunner", () => {
  it("runs eagerly where nothing is offered, keeps its state through tidies and frees it", async () => {
    await expectNoLeak(() => {
      const runner = build();
      expect(runner).toMatchObject({ execution: "eager" });
      expect(runner.reason).toBeUndefined();
      expect([take(runner, 5), take(runner, 2), take(runner, 0)]).toEqual([1, 6, 8]);
      const state = runner.read();
      expect([...state.x.dataSync()]).toEqual([8]);
      state.x.dispose();
      runner.dispose();
    });
  });

  it("takes what the engine in use offers, and no other's", () => {
    const offered: StepRunner = {
      execution: "compiled",
      step: () => ({}),
      read: () => ({}),
      write: () => {},
      dispose: () => {},
    };
    offerStepCompiler("another", () => {
      throw new Error("asked of an engine that is not in use");
    });
    offerStepCompiler("cpu", () => offered);
    expect(build()).toBe(offered);
    withdrawStepCompiler("another");
  });

  it("falls back to eager steps with the reason, and lets faults through", () => {
    offerStepCompiler("cpu", () => {
      throw new NotCompiled("it reads a value");
    });
    const runner = build();
    expect(runner).toMatchObject({ execution: "eager", reason: "it reads a value" });
    expect([take(runner, 5), take(runner, 2)]).toEqual([1, 6]);
    runner.dispose();
    offerStepCompiler("cpu", () => {
      throw new TypeError("a bug");
    });
    expect(build).toThrow(TypeError);
  });
});
