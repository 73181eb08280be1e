import {
  type Bundle,
  defaultTrainingConfig,
  type ImageSet,
  loadModel,
  type Model,
  NotCompiled,
  offerStepCompiler,
  readSafetensors,
  train,
} from "@diaphane/model";
import * as tf from "@tensorflow/tfjs-core";
import { afterEach, beforeAll, describe, expect, it } from "vitest";
import { openEngine } from "../../open-engine.ts";
import type { NativeBackend } from "../native-backend.ts";
import { captureStep } from "./capture-step.ts";

type Compile = Parameters<typeof offerStepCompiler>[1];

const classes = ["absent", "present"];
const [maskClasses, boxClasses] = [
  ["background", "stripe"],
  ["left", "right"],
];
let bundle: Bundle;
let compilations: number;
const capture: Compile = (step, initial, example) => {
  compilations++;
  return captureStep(tf.backend() as NativeBackend, step, initial, example);
};
const refuse: Compile = () => {
  throw new NotCompiled("not in this test");
};

/** Stripes of another width in each image, every bright one a mask. */
function images(count: number): ImageSet {
  const pixels = Uint8Array.from({ length: count * 32 * 32 }, (_, place) => {
    const image = Math.floor(place / (32 * 32));
    return 127 + Math.round(120 * Math.sin(place / (3 + image)));
  });
  return {
    ...{ count, height: 32, width: 32, channels: 1, images: pixels, classes },
    labels: Int32Array.from({ length: count }, (_, row) => row % 2),
    segmentation: { classes: maskClasses, masks: pixels.map((value) => (value > 150 ? 1 : 0)) },
    detection: {
      classes: boxClasses,
      boxes: Array.from({ length: count }, (_, row) => [
        { classIndex: row % 2, left: row % 20, top: 4, width: 12, height: 9 },
      ]),
    },
  };
}

beforeAll(async () => {
  expect((await openEngine()).name).toBe("native");
  const set = images(8);
  const names = { classes, maskClasses, boxClasses };
  const config = defaultTrainingConfig({ size: "nano", inputSize: 32, channels: 1, ...names, count: set.count });
  bundle = await train({
    config: { ...config, batchSize: 8, epochs: 2 },
    data: { train: set, validation: set },
    ...{ seed: 7, draws: 10, allowOverlap: true },
  });
});
afterEach(() => offerStepCompiler("tensorflow", capture));

/** Everything that a model says of the images, with graphs where `compiler` makes them. */
async function allOf(compiler: Compile, set: ImageSet) {
  offerStepCompiler("tensorflow", compiler);
  compilations = 0;
  const before = tf.memory().numTensors;
  const model = await loadModel(bundle);
  const results = await answersOf(model, set);
  model.dispose();
  expect(tf.memory().numTensors).toBe(before);
  return results;
}

async function answersOf(model: Model, set: ImageSet) {
  const { mu, logVar, logits, attention } = await model.encode(set);
  const pixels = await model.decode(mu);
  return {
    floats: { mu, logVar, logits, attention, pixels },
    masks: await model.segment(set),
    boxes: await model.detect(set),
  };
}

describe("inference through captured graphs of one batch", () => {
  it("gives what eager operations give, to rounding, for a number of images that fills no batch", async () => {
    const set = images(300);
    const eager = await allOf(refuse, set);
    const captured = await allOf(capture, set);
    expect(compilations).toBe(4);
    for (const [name, values] of Object.entries(captured.floats)) {
      const expected = eager.floats[name as keyof typeof eager.floats];
      expect(values.length, name).toBe(expected.length);
      const worst = values.reduce(
        (most, value, place) => Math.max(most, Math.abs(value - (expected[place] ?? Number.NaN))),
        0,
      );
      expect(worst, name).toBeLessThan(1e-4);
      expect(new Set(values).size, name).toBeGreaterThan(100);
    }
    expect(captured.masks.length).toBe(300 * 32 * 32);
    const other = captured.masks.filter((value, place) => value !== eager.masks[place]).length;
    expect(other / captured.masks.length).toBeLessThan(1e-3);
    expect(captured.boxes.map((boxes) => boxes.length)).toEqual(eager.boxes.map((boxes) => boxes.length));
  });

  it("is left alone for few images, where compiling would cost more than it gives", async () => {
    await allOf(capture, images(20));
    expect(compilations).toBe(0);
  });

  it("goes on with other weights without compiling again", async () => {
    offerStepCompiler("tensorflow", capture);
    compilations = 0;
    const model = await loadModel(bundle);
    const [many, few] = [images(256), images(5)];
    const before = (await model.encode(many)).mu;
    const { tensors } = readSafetensors(bundle.weights);
    const doubled = [...tensors].map(
      ([name, { shape, values }]) =>
        [name, { shape, values: name === "latent.mu.kernel" ? values.map((value) => 2 * value) : values }] as const,
    );
    model.setWeights(new Map(doubled));
    const after = (await model.encode(many)).mu;
    expect(compilations).toBe(1);
    const eager = (await model.encode(few)).mu;
    eager.forEach((value, place) => {
      expect(after[place]).toBeCloseTo(value, 4);
    });
    expect(after[0]).not.toBeCloseTo(before[0] ?? 0, 2);
    model.dispose();
  });
});
