import { readdirSync } from "node:fs";
import { tmpdir } from "node:os";
import { createEagerRunner, createStepRunner, type NamedTensors, type PureStep } from "@diaphane/model";
import * as tf from "@tensorflow/tfjs-core";
import { beforeAll, describe, expect, it } from "vitest";
import { openEngine } from "../../open-engine.ts";

beforeAll(async () => {
  expect((await openEngine()).name).toBe("native");
});

/** A state that is moved by an input and counted; `total` is of the state before. */
const addUp: PureStep = ({ sum, count }, { change }) => ({
  state: { sum: tf.add(given(sum), given(change)), count: tf.add(given(count), 1) },
  outputs: { total: tf.sum(tf.mul(given(sum), [1, 2])) },
});
const start = (): NamedTensors => ({ sum: tf.tensor1d([10, 20]), count: tf.scalar(0) });
const change = (...values: number[]): NamedTensors => ({ change: tf.tensor1d(values) });

function given(tensor: tf.Tensor | undefined): tf.Tensor {
  if (tensor === undefined) throw new Error("A step was run without one of its tensors.");
  return tensor;
}

/** Builds a runner and says how it runs and, if it fell back, why. */
function fate(step: PureStep): { execution: string; reason?: string } {
  return tf.tidy(() => {
    const runner = createStepRunner(step, start(), change(1, 1));
    runner.dispose();
    return { execution: runner.execution, ...(runner.reason === undefined ? {} : { reason: runner.reason }) };
  });
}

const foldersLeft = (): string[] => readdirSync(tmpdir()).filter((name) => name.startsWith("diaphane-graph-"));

describe("captured steps", () => {
  it("take one step a call, on the state before it, and leave the state's start alone", () => {
    tf.tidy(() => {
      const initial = start();
      const runner = createStepRunner(addUp, initial, change(0, 0));
      expect(runner.execution).toBe("compiled");
      const totals = [change(1, 0), change(0, 5), change(2, 2)].map(
        (inputs) => runner.step(inputs)["total"]?.dataSync()[0],
      );
      expect(totals).toEqual([50, 51, 61]);
      const { sum, count } = runner.read();
      expect([...given(sum).dataSync()]).toEqual([13, 27]);
      expect([...given(count).dataSync()]).toEqual([3]);
      expect([...given(initial["sum"]).dataSync()]).toEqual([10, 20]);
      runner.dispose();
    });
  });

  it("go on from a state that is written, eager ones likewise", () => {
    tf.tidy(() => {
      for (const runner of [createStepRunner(addUp, start(), change(0, 0)), createEagerRunner(addUp, start())]) {
        runner.step(change(1, 1));
        runner.write({ sum: tf.tensor1d([1, 2]), count: tf.scalar(7) });
        expect(runner.step(change(1, 0))["total"]?.dataSync()[0]).toBe(5);
        expect([...given(runner.read()["count"]).dataSync()]).toEqual([8]);
        runner.dispose();
      }
    });
  });

  it("hold states of their own", () => {
    tf.tidy(() => {
      const [one, other] = [
        createStepRunner(addUp, start(), change(0, 0)),
        createStepRunner(addUp, start(), change(0, 0)),
      ];
      one.step(change(5, 5));
      expect([...given(other.read()["sum"]).dataSync()]).toEqual([10, 20]);
      one.dispose();
      other.dispose();
    });
  });

  it("keep a part of the state that no step changes, and tell apart parts that share their data", () => {
    const swap: PureStep = ({ a, b, fixed }) => ({
      state: { a: given(b), b: tf.add(given(a), given(fixed)), fixed: given(fixed) },
      outputs: {},
    });
    tf.tidy(() => {
      const one = tf.scalar(1);
      const runner = createStepRunner(swap, { a: one, b: tf.clone(one), fixed: tf.clone(one) }, {});
      const values = () => Object.values(runner.read()).map((tensor) => tensor.dataSync()[0]);
      for (let step = 0; step < 3; step++) runner.step({});
      expect(values()).toEqual([2, 3, 1]);
      runner.dispose();
    });
  });

  it("refuse inputs of another shape, saying both", () => {
    tf.tidy(() => {
      const runner = createStepRunner(addUp, start(), change(0, 0));
      expect(() => runner.step(change(1, 2, 3))).toThrow("change of shape [2] and is given [3]");
      runner.dispose();
    });
  });

  it("leave no tensor and no folder behind", () => {
    const before = tf.memory().numTensors;
    const folders = foldersLeft();
    tf.tidy(() => createStepRunner(addUp, start(), change(0, 0)).dispose());
    expect(tf.memory().numTensors).toBe(before);
    expect(foldersLeft()).toEqual(folders);
  });

  it("keep memory flat over 10,000 steps", () => {
    const step: PureStep = ({ weights }, { x }) => {
      const next = tf.sub(
        given(weights),
        tf.mul(tf.matMul(given(x), tf.tanh(tf.matMul(given(x), given(weights)))), 0.01),
      );
      return { state: { weights: next }, outputs: { norm: tf.sum(tf.square(next)) } };
    };
    const runner = createStepRunner(step, { weights: tf.ones([64, 64]) }, { x: tf.zeros([64, 64]) });
    const run = (steps: number): void => {
      for (let count = 0; count < steps; count++) {
        tf.tidy(() => {
          runner.step({ x: tf.fill([64, 64], count / 10_000) });
          if (count % 1000 === 0) runner.read();
        });
      }
    };
    // Pools and caches fill up first.
    run(2000);
    const [tensors, residentBytes] = [tf.memory().numTensors, process.memoryUsage.rss()];
    run(10_000);
    expect(tf.memory().numTensors).toBe(tensors);
    // 10,000 leaked inputs alone would take 160 MB.
    expect(process.memoryUsage.rss() - residentBytes).toBeLessThan(40e6);
    runner.dispose();
  });
});

describe("what can't be captured runs eagerly, saying why", () => {
  it("reading values", () => {
    const peek: PureStep = (state, inputs) => {
      given(state["sum"]).dataSync();
      return addUp(state, inputs);
    };
    expect(fate(peek)).toMatchObject({
      execution: "eager",
      reason: expect.stringContaining("reads a tensor's values"),
    });
  });

  it.each(["computed", "not yet uploaded"])("a tensor from elsewhere, %s", (kind) => {
    const raw = tf.tensor1d([3, 4]);
    const foreign = kind === "computed" ? tf.add(raw, 1) : raw;
    const step: PureStep = ({ sum, count }) => ({
      state: { sum: tf.mul(given(sum), foreign), count: given(count) },
      outputs: {},
    });
    expect(fate(step)).toMatchObject({ execution: "eager", reason: expect.stringContaining("neither an input") });
    tf.dispose([raw, foreign]);
  });

  it("an operation that TensorFlow takes alone but not in a graph", () => {
    const step: PureStep = (state, inputs) => ({
      ...addUp(state, inputs),
      outputs: { row: tf.expandDims(given(inputs["change"]), 0) },
    });
    expect(fate(step)).toMatchObject({ execution: "eager", reason: expect.stringContaining("ExpandDims") });
  });

  it("making a variable", () => {
    const made: tf.Variable[] = [];
    const step: PureStep = (state, inputs) => {
      made.push(tf.variable(tf.scalar(1)));
      return addUp(state, inputs);
    };
    expect(fate(step)).toMatchObject({ execution: "eager", reason: expect.stringContaining("makes a variable") });
    tf.dispose(made);
  });

  it("lets faults of the step through, and records no longer", () => {
    const broken: PureStep = () => {
      throw new TypeError("a bug");
    };
    expect(() => fate(broken)).toThrow(TypeError);
    const sum = tf.tidy(() => tf.add(tf.scalar(1), 1));
    expect([...sum.dataSync()]).toEqual([2]);
    sum.dispose();
  });
});
