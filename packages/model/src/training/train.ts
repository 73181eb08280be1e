import * as tf from "@tensorflow/tfjs-core";
import type { Bundle } from "../bundle/load-model.ts";
import { registerGradients } from "../engine/gradients.ts";
import { registerWasmGradients } from "../engine/wasm-gradients.ts";
import { fitImageSet } from "../images/fit-image-set.ts";
import { checkImageSet, type ImageSet, type TrainingData } from "../images/image-set.ts";
import { type Architecture, architectureOf } from "../network/architecture.ts";
import { sizeOf } from "../network/parameter-spec.ts";
import { drawNoise } from "../random/draw-noise.ts";
import { averagedNetwork } from "./averaged-network.ts";
import { type Batches, createBatches } from "./batches.ts";
import { type RunIdentity, readCheckpoint, writeCheckpoint } from "./checkpoint.ts";
import { finishTraining } from "./finish-training.ts";
import { hashOfData } from "./hash-of-data.ts";
import { ProgressMeter } from "./progress-meter.ts";
import { scheduleAt, scheduleOrder } from "./schedule.ts";
import { type TrainingConfig, trainingConfig } from "./training-config.ts";
import { TrainingCancelled } from "./training-errors.ts";
import type { TrainingEvent } from "./training-event.ts";
import { disposeState, initialState, type TrainingState } from "./training-state.ts";
import { type StepResult, trainingStep, uniformsOf } from "./training-step.ts";
import { previewStrip, validate } from "./validate.ts";

export interface TrainingRequest {
  config: TrainingConfig;
  data: TrainingData;
  seed: number;
  /** Bytes of a `checkpoint` event of the same run: training goes on from there, to the very same result. */
  checkpoint?: Uint8Array;
  /** Aborting throws TrainingCancelled within a step, after a last checkpoint event. */
  signal?: AbortSignal;
  /** Awaited, so that a slow receiver slows training rather than be overrun. */
  onEvent?(event: TrainingEvent): void | Promise<void>;
  /** Kept in the manifest. The hash is computed over images and labels of the training set unless given. */
  provenance?: { dataHash?: string; codeVersion?: string };
  /** Bootstrap resamples of the final evaluation, 1,000 unless given. */
  draws?: number;
}

/** A run while it goes on. */
interface Run {
  architecture: Architecture;
  config: TrainingConfig;
  identity: RunIdentity;
  batches: Batches;
  data: TrainingData;
  totalSteps: number;
  emit(event: TrainingEvent): Promise<void>;
}

/** Longest time between two checkpoints; there is one at the end of every epoch too. */
const checkpointMs = 60_000;
/** Longest time that the event loop waits for a step's end. */
const yieldMs = 15;

/**
 * Trains a network on the engine in use and evaluates it: threshold from validation data, test data scored once at the end.
 * The same seed, configuration, data and engine give the same weights, interrupted or not.
 * Throws InvalidImageSet, CheckpointMismatch, TrainingCancelled or TrainingDiverged. Leaves no tensor behind.
 */
export async function train(request: TrainingRequest): Promise<Bundle> {
  const startedMs = performance.now();
  const config = trainingConfig.parse(request.config);
  registerGradients();
  if (tf.getBackend() === "wasm") registerWasmGradients();
  const data = fitData(config, request.data);
  const { seed } = request;
  const dataHash = request.provenance?.dataHash ?? (await hashOfData(request.data.train));
  const batches = createBatches(config, data.train, seed);
  const run: Run = {
    ...{ architecture: architectureOf(config.model), config, identity: { config, seed, dataHash }, batches, data },
    totalSteps: config.epochs * batches.stepsPerEpoch,
    emit: async (event) => request.onEvent?.(event),
  };
  const state = await runSteps(run, request.checkpoint, request.signal);
  try {
    return await finishTraining({
      ...{ architecture: run.architecture, config, data, seed, state, emit: run.emit, step: run.totalSteps },
      ...{ dataHash, codeVersion: request.provenance?.codeVersion ?? "unknown", draws: request.draws ?? 1000 },
      secondsSoFar: () => (performance.now() - startedMs) / 1000,
    });
  } finally {
    disposeState(state);
  }
}

/** All steps, from a checkpoint or from the start. Owns the state until it returns it. */
async function runSteps(run: Run, checkpoint: Uint8Array | undefined, signal?: AbortSignal): Promise<TrainingState> {
  const { architecture, config, identity, batches, totalSteps, emit } = run;
  let { state, step } =
    checkpoint === undefined
      ? { state: initialState(architecture, identity.seed), step: 0 }
      : await readCheckpoint(checkpoint, identity);
  try {
    await emit({
      kind: "started",
      engine: tf.getBackend(),
      parameterCount: architecture.parameters.reduce((sum, spec) => sum + sizeOf(spec), 0),
      stepsPerEpoch: batches.stepsPerEpoch,
      epochs: config.epochs,
      resumedFromStep: step,
    });
    const meter = new ProgressMeter(config, totalSteps, step, emit);
    let savedMs = performance.now();
    let yieldedMs = performance.now();
    for (; step < totalSteps; step++) {
      if (signal?.aborted) {
        // Where it stops is where it can go on, if anybody wants it to.
        await emit({ kind: "checkpoint", step, bytes: await writeCheckpoint(state, step, identity) });
        throw new TrainingCancelled(step);
      }
      const { state: next, losses } = takeStep(run, state, step);
      disposeState(state);
      state = next;
      const epoch = Math.floor(step / batches.stepsPerEpoch) + 1;
      const endsEpoch = (step + 1) % batches.stepsPerEpoch === 0;
      await meter.after(step, epoch, losses, endsEpoch);
      const steppedMs = performance.now();
      if (endsEpoch) await reportEpoch(run, state, step + 1, epoch);
      if (endsEpoch || performance.now() - savedMs > checkpointMs) {
        await emit({ kind: "checkpoint", step: step + 1, bytes: await writeCheckpoint(state, step + 1, identity) });
        savedMs = performance.now();
      }
      meter.skip(performance.now() - steppedMs);
      if (performance.now() - yieldedMs > yieldMs) {
        await new Promise((resolve) => setTimeout(resolve, 0));
        yieldedMs = performance.now();
      }
    }
    return state;
  } catch (error) {
    disposeState(state);
    throw error;
  }
}

function takeStep(run: Run, state: TrainingState, step: number): StepResult {
  const { architecture, config, identity, batches, totalSteps } = run;
  return tf.tidy(() => {
    const { latentDim } = config.model;
    const noise = drawNoise(identity.seed, step, { batch: config.batchSize, latentDim, uniforms: uniformsOf(config) });
    const values = scheduleAt(config, step, totalSteps);
    const schedule = tf.tensor1d(scheduleOrder.map((name) => values[name]));
    return trainingStep(architecture, config, state, batches.at(step), noise, schedule);
  });
}

async function reportEpoch(run: Run, state: TrainingState, step: number, epoch: number): Promise<void> {
  const network = await averagedNetwork(run.architecture, state);
  try {
    await run.emit({ kind: "epoch", step, epoch, validation: await validate(network, run.data.validation) });
    const strip = await previewStrip(network, run.data.validation, run.identity.seed);
    await run.emit({ kind: "reconstructions", step, epoch, ...strip });
  } finally {
    network.dispose();
  }
}

function fitData(config: TrainingConfig, data: TrainingData): TrainingData {
  const { inputSize, channels, classes } = config.model;
  // A class head that no term teaches must not be scored: without the term there are no labels.
  const isTaught = config.objective.some((term) => term.kind === "classification" && term.weight > 0);
  const fit = (set: ImageSet, name: string): ImageSet => {
    checkImageSet(set, name, classes);
    const labels = isTaught ? set.labels : set.labels.map(() => -1);
    return { ...fitImageSet(set, inputSize, channels), labels };
  };
  return {
    train: fit(data.train, "training"),
    validation: fit(data.validation, "validation"),
    ...(data.test === undefined ? {} : { test: fit(data.test, "test") }),
  };
}
