import * as tf from "@tensorflow/tfjs-core";
import { forHeads } from "../bundle/for-heads.ts";
import type { Bundle } from "../bundle/load-model.ts";
import { registerGradients } from "../engine/gradients.ts";
import { registerWasmGradients } from "../engine/wasm-gradients.ts";
import { fitImageSet } from "../images/fit-image-set.ts";
import { checkImageSet, type ImageSet, type TrainingData } from "../images/image-set.ts";
import { architectureOf } from "../network/architecture.ts";
import { sizeOf } from "../network/parameter-spec.ts";
import { averagedNetwork } from "./averaged-network.ts";
import { createBatches } from "./batches.ts";
import { type RunIdentity, readCheckpoint, writeCheckpoint } from "./checkpoint.ts";
import { finishTraining } from "./finish-training.ts";
import { hashOfData } from "./hash-of-data.ts";
import { ProgressMeter } from "./progress-meter.ts";
import { type TrainingConfig, trainingConfig } from "./training-config.ts";
import { TrainingCancelled } from "./training-errors.ts";
import type { TrainingEvent } from "./training-event.ts";
import { createTrainingRunner, type RunPlan, type TrainingRunner } from "./training-runner.ts";
import { disposeState, initialState, type TrainingState } from "./training-state.ts";
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
interface Run extends RunPlan {
  identity: RunIdentity;
  data: TrainingData;
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
    ...{ architecture: architectureOf(config.model), config, seed, imageCount: data.train.count },
    ...{ identity: { config, seed, dataHash }, batches, data },
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

/** All steps, from a checkpoint or from the start; the caller disposes of the state. */
async function runSteps(run: Run, checkpoint: Uint8Array | undefined, signal?: AbortSignal): Promise<TrainingState> {
  const { architecture, config, identity, batches, totalSteps, emit } = run;
  const start =
    checkpoint === undefined
      ? { state: initialState(architecture, run.seed), step: 0 }
      : await readCheckpoint(checkpoint, identity);
  let runner: TrainingRunner;
  try {
    runner = createTrainingRunner(run, start.state);
  } finally {
    disposeState(start.state);
  }
  const save = async (step: number): Promise<void> => {
    const bytes = await withState(runner, (state) => writeCheckpoint(state, step, identity));
    await emit({ kind: "checkpoint", step, bytes });
  };
  try {
    await emit({
      kind: "started",
      engine: tf.getBackend(),
      execution: runner.execution,
      ...(runner.reason === undefined ? {} : { executionReason: runner.reason }),
      parameterCount: architecture.parameters.reduce((sum, spec) => sum + sizeOf(spec), 0),
      stepsPerEpoch: batches.stepsPerEpoch,
      epochs: config.epochs,
      resumedFromStep: start.step,
    });
    const meter = new ProgressMeter(config, totalSteps, start.step, emit);
    let savedMs = performance.now();
    let yieldedMs = performance.now();
    for (let step = start.step; step < totalSteps; step++) {
      if (signal?.aborted) {
        // Where it stops is where it can go on, if anybody wants it to.
        await save(step);
        throw new TrainingCancelled(step);
      }
      const losses = runner.take(step);
      const epoch = Math.floor(step / batches.stepsPerEpoch) + 1;
      const endsEpoch = (step + 1) % batches.stepsPerEpoch === 0;
      await meter.after(step, epoch, losses, endsEpoch);
      const steppedMs = performance.now();
      if (endsEpoch) await withState(runner, (state) => reportEpoch(run, state, step + 1, epoch));
      if (endsEpoch || performance.now() - savedMs > checkpointMs) {
        await save(step + 1);
        savedMs = performance.now();
      }
      meter.skip(performance.now() - steppedMs);
      if (performance.now() - yieldedMs > yieldMs) {
        await new Promise((resolve) => setTimeout(resolve, 0));
        yieldedMs = performance.now();
      }
    }
    return runner.read();
  } finally {
    runner.dispose();
  }
}

async function withState<T>(runner: TrainingRunner, use: (state: TrainingState) => Promise<T>): Promise<T> {
  const state = runner.read();
  try {
    return await use(state);
  } finally {
    disposeState(state);
  }
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
    const learned = forHeads(config.model, set, name);
    checkImageSet(learned, name, classes);
    const labels = isTaught ? learned.labels : learned.labels.map(() => -1);
    return { ...fitImageSet(learned, inputSize, channels), labels };
  };
  return {
    train: fit(data.train, "training"),
    validation: fit(data.validation, "validation"),
    ...(data.test === undefined ? {} : { test: fit(data.test, "test") }),
  };
}
