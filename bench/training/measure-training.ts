import * as tf from "@tensorflow/tfjs-core";
import { type Architecture, architectureOf } from "../../packages/model/src/network/architecture.ts";
import { drawNoise } from "../../packages/model/src/random/draw-noise.ts";
import { createBatches } from "../../packages/model/src/training/batches.ts";
import { scheduleAt, scheduleOrder } from "../../packages/model/src/training/schedule.ts";
import type { TrainingConfig } from "../../packages/model/src/training/training-config.ts";
import { disposeState, initialState } from "../../packages/model/src/training/training-state.ts";
import { trainingStep, uniformsOf } from "../../packages/model/src/training/training-step.ts";

const seed = 1;

/** Our training step, on the same made-up images as the peer, from bytes on. */
export function createTrainingRun(config: TrainingConfig): {
  architecture: Architecture;
  parameters: number;
  measure(request: { warmup: number; steps: number }): Promise<number>;
} {
  const architecture = architectureOf(config.model);
  const { inputSize, channels, classes, latentDim } = config.model;
  const count = 4 * config.batchSize;
  const images = Uint8Array.from(
    { length: count * inputSize * inputSize * channels },
    (_, i) => (i * 2654435761) >>> 24,
  );
  const labels = Int32Array.from({ length: count }, (_, i) => i % classes.length);
  const set = { count, height: inputSize, width: inputSize, channels, classes, images, labels };
  const batches = createBatches(config, set, seed);
  let state = initialState(architecture, seed);

  function step(number: number): void {
    const next = tf.tidy(() => {
      const shape = { batch: config.batchSize, latentDim, uniforms: uniformsOf(config) };
      const values = scheduleAt(config, number, 1000);
      const schedule = tf.tensor1d(scheduleOrder.map((name) => values[name]));
      const noise = drawNoise(seed, number, shape);
      return trainingStep(architecture, config, state, batches.at(number), noise, schedule);
    });
    next.losses.dispose();
    disposeState(state);
    state = next.state;
  }

  return {
    architecture,
    parameters: state.parameters.size,
    async measure({ warmup, steps }) {
      for (let number = 0; number < warmup; number++) step(number);
      await state.parameters.data();
      const start = performance.now();
      for (let number = 0; number < steps; number++) step(number);
      // Engines compute behind the call: the last state is what proves the work done.
      await state.parameters.data();
      return (performance.now() - start) / 1000;
    },
  };
}
