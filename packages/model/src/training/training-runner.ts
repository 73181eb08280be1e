import * as tf from "@tensorflow/tfjs-core";
import { createStepRunner, type StepRunner } from "../engine/step-runner.ts";
import { feedNoise, type NoiseFeed, noiseOf } from "../random/draw-noise.ts";
import type { Batches } from "./batches.ts";
import { scheduleAt, scheduleOrder } from "./schedule.ts";
import type { TrainingState } from "./training-state.ts";
import { type StepPlan, type TrainingBatch, trainingStep, uniformsOf } from "./training-step.ts";

/** All that changes from step to step, so that nothing of it is part of a compiled step. */
type StepInputs = TrainingBatch & NoiseFeed & { schedule: tf.Tensor1D };

/** Takes the training steps of a run and holds its state. */
export interface TrainingRunner extends Pick<StepRunner<TrainingState>, "execution" | "reason" | "read" | "dispose"> {
  /** Takes the step of this number, counted from 0, and gives its losses (see `StepResult`); the caller disposes of them. */
  take(step: number): tf.Tensor1D;
}

export interface RunPlan extends StepPlan {
  seed: number;
  batches: Batches;
  totalSteps: number;
}

/** Compiled where the engine in use offers that. @param initial stays the caller's */
export function createTrainingRunner(plan: RunPlan, initial: TrainingState): TrainingRunner {
  const { config, seed, batches, totalSteps } = plan;
  const { batchSize, model } = config;
  const shape = { batch: batchSize, latentDim: model.latentDim, uniforms: uniformsOf(config) };
  const inputsOf = (step: number): StepInputs => {
    const values = scheduleAt(config, step, totalSteps);
    const schedule = tf.tensor1d(scheduleOrder.map((name) => values[name]));
    return { ...batches.at(step), ...feedNoise(seed, step, shape), schedule };
  };
  const take = (state: TrainingState, inputs: StepInputs) => {
    const noise = noiseOf(inputs, shape);
    const { state: next, losses } = trainingStep(plan, state, inputs, noise, inputs.schedule);
    return { state: next, outputs: { losses } };
  };
  const example = inputsOf(0);
  let runner: StepRunner<TrainingState, StepInputs, { losses: tf.Tensor1D }>;
  try {
    runner = createStepRunner(take, initial, example);
  } finally {
    tf.dispose(example);
  }
  return {
    execution: runner.execution,
    ...(runner.reason === undefined ? {} : { reason: runner.reason }),
    take: (step) => tf.tidy(() => runner.step(inputsOf(step)).losses),
    read: runner.read,
    dispose: runner.dispose,
  };
}
