import {
  type Bundle,
  type ConsistencyMethod,
  consistencyMethods,
  defaultTrainingConfig,
  type ImageSet,
  mergeImageSets,
  offerStepCompiler,
  pretrainingConfig,
  readSafetensors,
  type StepRunner,
  semiSupervised,
  type TrainingConfig,
  type TrainingEvent,
  type TrainingRequest,
  train,
  transferringConfig,
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

/** Stripes of another width in each image. @param from narrowest, so that sets may have no image in common */
function images(count: number, channels: 1 | 3, from = 3): ImageSet {
  const pixels = Uint8Array.from({ length: count * 32 * 32 * channels }, (_, place) => {
    const image = Math.floor(place / (32 * 32 * channels));
    return 127 + Math.round(120 * Math.sin(place / (from + image)));
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

/** Two labelled images of twelve in a quarter of each batch's rows. */
function semiRequest(method: ConsistencyMethod) {
  const wanted = request(1, {});
  const { config, data } = wanted;
  const labels = data.train.labels.map((label, row) => (row < 2 ? label : -1));
  const train = { ...data.train, labels };
  // Nobody is that sure after a step: with less, some pseudo labels count from the start.
  const objective = semiSupervised(config, method).objective.map((term) =>
    term.kind === "consistency" && term.method === "fixmatch" ? { ...term, confidence: 0.5 } : term,
  );
  return { ...wanted, data: { ...data, train }, config: { ...config, objective, labelledShare: 0.25 } };
}

/** The same images in groups of one attribute, which two of them lack. */
function groupRequest() {
  const wanted = request(1, {});
  const sites = Float32Array.from({ length: 12 }, (_, row) => (row < 2 ? Number.NaN : row % 3));
  const train = { ...wanted.data.train, attributes: new Map([["site", sites]]) };
  const objective = wanted.config.objective.map((term) =>
    term.kind === "classification" ? { ...term, groupBy: "site", groupDro: { stepSize: 0.5 } } : term,
  );
  return { ...wanted, data: { ...wanted.data, train }, config: { ...wanted.config, objective } };
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
    segmentation: {
      classes: maskClasses,
      masks: set.images.subarray(0, set.images.length).map((value) => (value > 150 ? 1 : value > 140 ? 255 : 0)),
    },
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

async function expectSmallDifferences(
  wanted: TrainingRequest,
  expected: Record<string, number> = tolerances,
): Promise<void> {
  const differences = new Map<string, number>();
  offerStepCompiler("tensorflow", compareSteps(differences));
  await train(wanted);
  expect(Object.keys(expected).sort()).toEqual([...differences.keys()].sort());
  for (const [name, tolerance] of Object.entries(expected)) {
    expect(differences.get(name), name).toBeLessThan(tolerance);
  }
}

describe("a captured training step does what the eager one does, to rounding", () => {
  it("several sets, each with its classes", async () => {
    const groups = [
      { set: "one", classes },
      { set: "two", classes: ["a", "b", "c"] },
    ];
    const merge = (count: number) =>
      mergeImageSets(
        [
          { name: "one", set: images(count, 1) },
          { name: "two", set: { ...images(count, 3), classes: ["a", "b", "c"] } },
          { name: "three", set: { ...images(count, 1), classes: [], labels: new Int32Array(count).fill(-1) } },
        ],
        groups,
        { inputSize: 32, channels: 3 },
      );
    const config = { ...pretrainingConfig({ size: "nano", channels: 3, groups, count: 18 }), batchSize: 8, epochs: 2 };
    await expectSmallDifferences({ config, data: { train: merge(6), validation: merge(4) }, seed: 7, draws: 10 });
  });

  it("from another model, with frozen layers, which stay bit for bit", async () => {
    const parent = await train(request(1, {}));
    const choice = { classes, channels: 1, count: 12, tune: "partial" } as const;
    const config = { ...transferringConfig(parent.manifest, choice), batchSize: 8, epochs: 2 };
    const data = { train: images(12, 1), validation: images(4, 1, 20) };
    const wanted = { ...{ config, data, parent }, seed: 7, draws: 10 };
    await expectSmallDifferences(wanted);
    offerStepCompiler("tensorflow", capture);
    const before = readSafetensors(parent.weights).tensors;
    const after = readSafetensors((await train(wanted)).weights).tensors;
    const frozen = [...before.keys()].filter((name) => /^encoder\.(stem|stage[12])/.test(name));
    expect(frozen.length).toBeGreaterThan(50);
    for (const name of frozen) expect(after.get(name)?.values, name).toEqual(before.get(name)?.values);
    expect(after.get("latent.mu.kernel")?.values).not.toEqual(before.get("latent.mu.kernel")?.values);
  });

  it.each<[string, TrainingRequest]>([
    ["augmented, Gaussian", request(1, {})],
    [
      "erasing rectangles, Bernoulli",
      request(1, { erasing: { kind: "rectangle", probability: 0.8, area: [0.1, 0.3], aspect: [0.5, 2] } }, "bernoulli"),
    ],
    ["masks and boxes", requestOfTargets()],
    ["erasing patches, colour", request(3, { erasing: { kind: "patches", ratio: 0.4, patchSize: 4 } })],
    ...consistencyMethods.map((method): [string, TrainingRequest] => [method, semiRequest(method)]),
  ])("%s", async (_name, wanted) => expectSmallDifferences(wanted));

  it("GroupDRO", async () => expectSmallDifferences(groupRequest(), { ...tolerances, groupShares: 1e-5 }));
});

describe("training on captured steps", () => {
  async function run(wanted: TrainingRequest): Promise<{ bundle: Bundle; events: TrainingEvent[] }> {
    const events: TrainingEvent[] = [];
    const before = tf.memory().numTensors;
    const onEvent = (event: TrainingEvent): void => void events.push(event);
    const bundle = await train({ ...wanted, onEvent });
    expect(tf.memory().numTensors).toBe(before);
    return { bundle, events };
  }

  it.each<[string, TrainingRequest]>([
    ["", request(1, {})],
    ...consistencyMethods.map((method): [string, TrainingRequest] => [method, semiRequest(method)]),
    ["GroupDRO", groupRequest()],
  ])(
    "gives the same weights bit for bit, again and from a checkpoint, and says how it runs %s",
    async (_name, wanted) => {
      const whole = await run(wanted);
      expect(whole.events[0]).toMatchObject({ kind: "started", execution: "compiled" });
      expect((await run(wanted)).bundle.weights).toEqual(whole.bundle.weights);
      const checkpoint = whole.events.find((event) => event.kind === "checkpoint")?.bytes;
      const resumed = await run({ ...wanted, ...(checkpoint === undefined ? {} : { checkpoint }) });
      expect(resumed.events[0]).toMatchObject({ kind: "started", resumedFromStep: 2 });
      expect(resumed.bundle.weights).toEqual(whole.bundle.weights);
    },
  );
});
