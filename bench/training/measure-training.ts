import * as tf from "@tensorflow/tfjs-core";
import type { Pixels } from "../../packages/model/src/images/pixels.ts";
import { type Architecture, architectureOf } from "../../packages/model/src/network/architecture.ts";
import { createBatches } from "../../packages/model/src/training/batches.ts";
import type { TrainingConfig } from "../../packages/model/src/training/training-config.ts";
import { createTrainingRunner } from "../../packages/model/src/training/training-runner.ts";
import { disposeState, initialState } from "../../packages/model/src/training/training-state.ts";

const seed = 1;

export interface MeasuredRun {
  architecture: Architecture;
  parameters: number;
  execution: "compiled" | "eager";
  /** Seconds of `steps` training steps after `warmup` unmeasured ones. */
  measure(request: { warmup: number; steps: number }): Promise<number>;
  /** Seconds that making ready the input of `steps` steps takes, which is a part of what `measure` gives. */
  prepare(steps: number): number;
  dispose(): void;
}

/** The same made-up bytes as the peer's. @param first place of the first one among all bytes of a set */
export function madeUpBytes(length: number, first = 0): Uint8Array {
  return Uint8Array.from({ length }, (_, i) => ((first + i) * 2654435761) >>> 24);
}

export function bytesOfImage({ model: { inputSize, channels } }: TrainingConfig): number {
  return inputSize * inputSize * channels;
}

/**
 * Our training step as `train` takes it, from bytes on.
 * @param images at the network's size, wherever they are; four made-up batches unless given
 */
export function createTrainingRun(
  config: TrainingConfig,
  images: Pixels = madeUpBytes(4 * config.batchSize * bytesOfImage(config)),
): MeasuredRun {
  const architecture = architectureOf(config.model);
  const { inputSize, channels, classes } = config.model;
  const count = images.length / bytesOfImage(config);
  const labels = Int32Array.from({ length: count }, (_, i) => i % classes.length);
  const set = { count, height: inputSize, width: inputSize, channels, classes, images, labels };
  const batches = createBatches(config, set, seed);
  const start = initialState(architecture, seed);
  const plan = { architecture, config, imageCount: count, seed, batches, totalSteps: 1000 };
  const runner = createTrainingRunner(plan, start);
  const parameters = start.parameters.size;
  disposeState(start);

  async function take(steps: number): Promise<void> {
    for (let number = 0; number < steps; number++) runner.take(number).dispose();
    // Engines may compute behind the call: the last state is what proves the work done.
    const state = runner.read();
    await state.parameters.data();
    disposeState(state);
  }

  return {
    architecture,
    parameters,
    execution: runner.execution,
    async measure({ warmup, steps }) {
      await take(warmup);
      const start = performance.now();
      await take(steps);
      return (performance.now() - start) / 1000;
    },
    prepare(steps) {
      const start = performance.now();
      for (let number = 0; number < steps; number++) tf.tidy(() => void batches.at(number));
      return (performance.now() - start) / 1000;
    },
    dispose: runner.dispose,
  };
}
