import * as tf from "@tensorflow/tfjs-core";
import { describe, expect, it } from "vitest";
import { architectureOf } from "../network/architecture.ts";
import { sizeOf } from "../network/parameter-spec.ts";
import { type ConsistencyMethod, consistencyMethods } from "../objective/consistency-term.ts";
import gold from "../objective/fixtures/semi-supervised.json" with { type: "json" };
import type { ObjectiveTerm } from "../objective/objective-term.ts";
import { drawOnHost } from "../random/draw-noise.ts";
import { randomImages } from "../testing/random-images.ts";
import { expectNoLeak, useEngine } from "../testing/use-engine.ts";
import { createBatches } from "./batches.ts";
import { lessonOf, lessonUniforms, mixed, pseudoLabels, sharpened } from "./lesson.ts";
import { semiSupervised } from "./semi-supervised.ts";
import { defaultTrainingConfig, type TrainingConfig } from "./training-config.ts";
import { initialState, type TrainingState } from "./training-state.ts";
import { trainingStep, uniformsOf } from "./training-step.ts";

useEngine("wasm");

const predicted = (): tf.Tensor2D => tf.softmax(tf.tensor2d(gold.teacher));

describe("what a teacher's predictions become", () => {
  it("FixMatch: the reference's pseudo labels, none where the confidence is too low", () => {
    tf.tidy(() => {
      expect(pseudoLabels(predicted(), gold.confidence).arraySync()).toEqual(gold.pseudoLabels);
      expect(tf.sum(pseudoLabels(predicted(), 1)).dataSync()[0]).toBe(0);
    });
  });

  it("MixMatch: sharpened, then mixed, as the reference", () => {
    tf.tidy(() => {
      const sharp = sharpened(predicted(), gold.temperature);
      const both = mixed(sharp, tf.tensor1d(gold.partners, "int32"), tf.tensor1d([gold.share]));
      expectClose(sharp.arraySync(), gold.sharpened);
      expectClose(both.arraySync(), gold.mixed);
    });
  });
});

function expectClose(found: number[][], expected: number[][]): void {
  found.flat().forEach((value, place) => {
    expect(value).toBeCloseTo(expected.flat()[place] ?? Number.NaN, 5);
  });
}

const labels = Int32Array.from([0, 1, -1, -1, -1, -1]);
const set = { ...randomImages(6, 32), labels };

/** No clipping and no decay, so that the first moment is a tenth of the gradient. */
function configOf(method: ConsistencyMethod): TrainingConfig {
  const defaults = defaultTrainingConfig({ size: "nano", channels: 1, classes: set.classes, count: 6 });
  const only = ({ kind }: ObjectiveTerm) => kind === "classification" || kind === "consistency";
  const config = {
    ...semiSupervised(defaults, method),
    batchSize: 6,
    labelledShare: 0.34,
    clipNorm: 1e9,
    lossScale: 1,
  };
  const objective = config.objective.filter(only).map((term): ObjectiveTerm => {
    // The classification term is there, but teaches nothing: what is left is the lesson's.
    if (term.kind === "classification") return { ...term, weight: 0 };
    if (term.kind !== "consistency") return term;
    return term.method === "fixmatch" ? { ...term, weight: 10, confidence: 0.4 } : { ...term, weight: 10 };
  });
  return { ...config, objective };
}

describe.each(consistencyMethods)("a step of %s", (method) => {
  const config = configOf(method);
  const architecture = architectureOf(config.model);
  const plan = { architecture, config, imageCount: 6 };
  const shape = { batch: 6, latentDim: config.model.latentDim, uniforms: uniformsOf(config) };
  const stepFrom = (state: TrainingState) =>
    trainingStep(
      plan,
      state,
      createBatches(config, set, 1).at(0),
      drawOnHost(1, 0, shape),
      tf.tensor1d([0, 25, 10, 1000, 0.9, 1]),
    );
  /** A student that is not the teacher: with other weights. */
  const start = (): TrainingState => ({
    ...initialState(architecture, 1),
    average: initialState(architecture, 2).average,
  });
  const totalOf = (state: TrainingState): number => stepFrom(state).losses.dataSync()[0] ?? Number.NaN;

  it("has the gradient of its loss with the teacher held, and leaves nothing behind", async () => {
    await expectNoLeak(() =>
      tf.tidy(() => {
        const state = start();
        const gradient = tf.mul(stepFrom(state).state.moment1, 10);
        const norm = tf.norm(gradient).dataSync()[0] ?? 0;
        expect(norm).toBeGreaterThan(1e-3);
        // Along the gradient the loss rises by its norm: a gradient through the teacher, or one cut off, would be another.
        const moved = (amount: number): number =>
          totalOf({ ...state, parameters: tf.add(state.parameters, tf.mul(gradient, amount / norm)) });
        const reach = 2e-3;
        expect((moved(reach) - moved(-reach)) / (2 * reach) / norm).toBeCloseTo(1, 1);
      }),
    );
  });

  it("moves the teacher by averaging alone, and nothing of the decoder", () => {
    tf.tidy(() => {
      const state = start();
      const next = stepFrom(state).state;
      // The learning rate is 0: the student stays where it is, and the teacher goes a tenth of the way to it.
      const expected = tf.add(tf.mul(state.average, 0.9), tf.mul(state.parameters, 0.1));
      expect(tf.max(tf.abs(tf.sub(next.average, expected))).dataSync()[0]).toBeLessThan(1e-6);
      const sizes = architecture.parameters.map(sizeOf);
      const norms = tf.split(next.moment1, sizes).map((part) => tf.norm(part).dataSync()[0] ?? Number.NaN);
      architecture.parameters.forEach(({ name }, index) => {
        if (name.startsWith("decoder")) expect(norms[index], name).toBe(0);
        if (name === "head.kernel") expect(norms[index]).toBeGreaterThan(0);
      });
    });
  });

  it("teaches what the teacher predicts: another teacher, other targets", () => {
    tf.tidy(() => {
      const targetsWith = (seed: number): Float32Array => {
        const { images, ...rest } = createBatches(config, set, 1).at(0);
        const { uniform } = drawOnHost(1, 0, shape);
        const lesson = lessonOf({
          ...{ architecture, config, average: initialState(architecture, seed).average },
          ...{ batch: { images, ...rest }, weak: images, uniform },
        });
        expect(lesson?.labelled).toBe(method === "mixmatch" ? 2 : 0);
        return (lesson?.targets ?? tf.zeros([1, 1])).dataSync<"float32">();
      };
      expect(targetsWith(2)).toEqual(targetsWith(2));
      expect(targetsWith(2)).not.toEqual(targetsWith(3));
    });
  });
});

describe("lessonUniforms", () => {
  it("are none without a consistency term", () => {
    const config = defaultTrainingConfig({ size: "nano", channels: 1, classes: set.classes, count: 6 });
    expect(lessonUniforms(config)).toBe(0);
    expect(lessonUniforms(semiSupervised(config, "mixmatch"))).toBe(5);
    expect(lessonUniforms(semiSupervised(config, "fixmatch"))).toBe(12);
  });
});
