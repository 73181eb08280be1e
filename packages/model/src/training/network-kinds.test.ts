import * as tf from "@tensorflow/tfjs-core";
import { describe, expect, it } from "vitest";
import { namedTensors } from "../bundle/flat-weights.ts";
import { architectureOf } from "../network/architecture.ts";
import { feedNoise, noiseOf } from "../random/draw-noise.ts";
import { randomImages } from "../testing/random-images.ts";
import { expectNoLeak, useEngine } from "../testing/use-engine.ts";
import { AveragedNetwork } from "./averaged-network.ts";
import { createBatches } from "./batches.ts";
import { scheduleAt, scheduleOrder } from "./schedule.ts";
import { defaultTrainingConfig } from "./training-config.ts";
import { disposeState, initialState, type TrainingState } from "./training-state.ts";
import { trainingStep, uniformsOf } from "./training-step.ts";

useEngine("wasm");

/**
 * Each size up to base, each kind of stem, gray and colour. What is missing costs minutes on this engine and has no part of its own;
 * the trainer's tests train it on the native engine.
 */
const networks = [
  { size: "nano", inputSize: 32, channels: 3 },
  { size: "nano", inputSize: 64, channels: 1 },
  { size: "small", inputSize: 32, channels: 1 },
  { size: "small", inputSize: 64, channels: 3 },
  { size: "small", inputSize: 128, channels: 1 },
  { size: "base", inputSize: 224, channels: 1 },
] as const;
const count = 2;

describe("networks of every kind", () => {
  it.each(networks)("$size at $inputSize px with $channels channels learns with all its parameters", async (choice) => {
    const set = randomImages(count, choice.inputSize, choice.channels);
    const config = { ...defaultTrainingConfig({ ...choice, classes: set.classes, count }), batchSize: count };
    const architecture = architectureOf(config.model);
    await expectNoLeak(async () => {
      const start = initialState(architecture, 1);
      const { state, losses } = tf.tidy(() => {
        const shape = { batch: count, latentDim: config.model.latentDim, uniforms: uniformsOf(config) };
        const schedule = scheduleAt(config, 0, 10);
        return trainingStep(
          { architecture, config, imageCount: count },
          start,
          createBatches(config, set, 1).at(0),
          noiseOf(feedNoise(1, 0, shape), shape),
          tf.tensor1d(scheduleOrder.map((name) => schedule[name])),
        );
      });
      expect([...losses.dataSync()].every(Number.isFinite)).toBe(true);
      expect(await untaught(state, architecture.parameters)).toEqual([]);
      const averaged = new AveragedNetwork(architecture);
      const network = await averaged.of(state);
      const encoding = await network.encode(set);
      expect(encoding.mu.length).toBe(count * config.model.latentDim);
      expect(encoding.attention.length).toBe(count * architecture.mapSide ** 2 * config.model.attentionMaps);
      const pixels = await network.decode(encoding.mu);
      expect(pixels.length).toBe(set.images.length);
      expect(pixels.every((pixel) => pixel >= 0 && pixel <= 1)).toBe(true);
      averaged.dispose();
      losses.dispose();
      disposeState(start);
      disposeState(state);
    });
  });
});

/** Parameters that got no gradient in a first step, by Adam's first moment; all of them must be finite. */
async function untaught({ moment1 }: TrainingState, specs: Parameters<typeof namedTensors>[1]): Promise<string[]> {
  const moments = await moment1.data<"float32">();
  expect(moments.every(Number.isFinite)).toBe(true);
  return [...namedTensors(moments, specs)].flatMap(([name, { values }]) => (values.some((m) => m !== 0) ? [] : [name]));
}
