import {
  type Bundle,
  defaultTrainingConfig,
  type ImageSet,
  offerStepCompiler,
  type StepRunner,
  type TrainingConfig,
  type TrainingEvent,
  train,
} from "@diaphane/model";
import * as tf from "@tensorflow/tfjs-core";
import { afterEach, beforeAll, describe, expect, it } from "vitest";
import { openEngine } from "../../open-engine.ts";
import type { NativeBackend } from "../native-backend.ts";
import { captureStep } from "./capture-step.ts";

type Compile = Parameters<typeof offerStepCompiler>[1];

let backend: NativeBackend;
const capture: Compile = (step, initial, example) => captureStep(backend, step, initial, example);

beforeAll(async () => {
  expect((await openEngine()).name).toBe("native");
  backend = tf.backend() as NativeBackend;
});
afterEach(() => offerStepCompiler("tensorflow", capture));

const classes = ["absent", "present"];

/** Stripes of another width in each image. */
function images(count: number, channels: 1 | 3): ImageSet {
  const pixels = Uint8Array.from({ length: count * 32 * 32 * channels }, (_, place) => {
    const image = Math.floor(place / (32 * 32 * channels));
    return 127 + Math.round(120 * Math.sin(place / (3 + image)));
  });
  const labels = Int32Array.from({ length: count }, (_, index) => index % 2);
  return { count, height: 32, width: 32, channels, images: pixels, labels, classes };
}

/** Four steps, the second and fourth of them with rows of padding. */
function request(channels: 1 | 3, changes: Partial<TrainingConfig>, likelihood: "gaussian" | "bernoulli" = "gaussian") {
  const defaults = defaultTrainingConfig({ size: "nano", channels, classes, count: 12 });
  const config = { ...defaults, batchSize: 8, epochs: 2, ...changes, model: { ...defaults.model, likelihood } };
  const data = { train: images(12, channels), validation: images(4, channels) };
  return { config, data, seed: 7, draws: 10 };
}

/** The same with a mask and boxes in each image, or none that anybody looked for. */
function requestOfTargets(): ReturnType<typeof request> {
  const { data, config, ...rest } = request(1, {});
  const [maskClasses, boxClasses] = [
    ["background", "stripe"],
    ["left", "right"],
  ];
  const draw = (set: ImageSet): ImageSet => ({
    ...set,
    segmentation: { classes: maskClasses, masks: set.images.map((value) => (value > 150 ? 1 : value > 140 ? 255 : 0)) },
    detection: {
      classes: boxClasses,
      boxes: Array.from({ length: set.count }, (_, i) =>
        i % 3 === 2
          ? null
          : Array.from({ length: i % 3 }, (_, k) => ({ classIndex: k, left: 16 * k, top: i, width: 12, height: 9 })),
      ),
    },
  });
  const { inputSize } = config.model;
  const { objective, ...defaults } = defaultTrainingConfig({
    ...{ size: "nano", inputSize, channels: 1, classes, maskClasses, boxClasses, count: 12 },
  });
  return {
    ...rest,
    config: { ...config, model: defaults.model, objective },
    data: { train: draw(data.train), validation: draw(data.validation) },
  };
}

/** Runs each step captured and, from the same state, eagerly; gives the largest differences to what the step changed at most. */
function compareSteps(differences: Map<string, number>): Compile {
  return (step, initial, example) => {
    const captured = capture(step, initial, example);
    return {
      ...captured,
      step(inputs) {
        const before = captured.read();
        const eager = tf.tidy(() => step(before, inputs));
        const outputs = captured.step(inputs);
        const after = captured.read();
        for (const [name, tensor] of Object.entries({ ...after, ...outputs })) {
          const expected = eager.state[name] ?? eager.outputs[name];
          const share = shareOf(tensor, expected, before[name]);
          differences.set(name, Math.max(differences.get(name) ?? 0, share));
        }
        tf.dispose([before, after, eager.state, eager.outputs]);
        return outputs;
      },
    } satisfies StepRunner;
  };
}

/** ‖found − expected‖ / ‖expected − before‖. */
function shareOf(found: tf.Tensor, expected: tf.Tensor | undefined, before: tf.Tensor | undefined): number {
  if (expected === undefined) throw new Error("The eager step gave less than the captured one.");
  const share = tf.tidy(() =>
    tf.div(tf.norm(tf.sub(found, expected)), tf.norm(before === undefined ? expected : tf.sub(expected, before))),
  );
  const [value = Number.NaN] = share.dataSync();
  share.dispose();
  return value;
}

/** Seen: 7e-7. Where a gradient is nothing but rounding, Adam's first steps are its sign: so parameters may differ by more. */
const tolerances = {
  ...{ losses: 1e-5, moment1: 1e-5, moment2: 1e-5, averageStatistics: 1e-5 },
  ...{ parameters: 0.05, average: 0.05 },
};

describe("a captured training step does what the eager one does, to rounding", () => {
  it.each([
    ["augmented, Gaussian", request(1, {})],
    [
      "erasing rectangles, Bernoulli",
      request(1, { erasing: { kind: "rectangle", probability: 0.8, area: [0.1, 0.3], aspect: [0.5, 2] } }, "bernoulli"),
    ],
    ["masks and boxes", requestOfTargets()],
    ["erasing patches, colour", request(3, { erasing: { kind: "patches", ratio: 0.4, patchSize: 4 } })],
  ])("%s", async (_name, wanted) => {
    const differences = new Map<string, number>();
    offerStepCompiler("tensorflow", compareSteps(differences));
    await train(wanted);
    expect(Object.keys(tolerances).sort()).toEqual([...differences.keys()].sort());
    for (const [name, tolerance] of Object.entries(tolerances)) {
      expect(differences.get(name), name).toBeLessThan(tolerance);
    }
  });
});

describe("training on captured steps", () => {
  async function run(changes: { checkpoint?: Uint8Array } = {}): Promise<{ bundle: Bundle; events: TrainingEvent[] }> {
    const events: TrainingEvent[] = [];
    const before = tf.memory().numTensors;
    const onEvent = (event: TrainingEvent): void => void events.push(event);
    const bundle = await train({ ...request(1, {}), ...changes, onEvent });
    expect(tf.memory().numTensors).toBe(before);
    return { bundle, events };
  }

  it("gives the same weights bit for bit, again and from a checkpoint, and says how it runs", async () => {
    const whole = await run();
    expect(whole.events[0]).toMatchObject({ kind: "started", execution: "compiled" });
    expect((await run()).bundle.weights).toEqual(whole.bundle.weights);
    const checkpoint = whole.events.find((event) => event.kind === "checkpoint")?.bytes;
    const resumed = await run(checkpoint === undefined ? {} : { checkpoint });
    expect(resumed.events[0]).toMatchObject({ kind: "started", resumedFromStep: 2 });
    expect(resumed.bundle.weights).toEqual(whole.bundle.weights);
  });
});
