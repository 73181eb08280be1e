import * as tf from "@tensorflow/tfjs-core";
import { forHeads } from "../bundle/for-heads.ts";
import type { TrainedOn } from "../bundle/manifest.ts";
import type { Bundle } from "../bundle/open-bundle.ts";
import { offerGradients } from "../engine/offer-gradients.ts";
import { fitImageSet } from "../images/fit-image-set.ts";
import { checkImageSet, type ImageSet, type TrainingData } from "../images/image-set.ts";
import { architectureOf } from "../network/architecture.ts";
import type { HostWeights } from "../network/fold-weights.ts";
import { sizeOf } from "../network/parameter-spec.ts";
import type { SeenList } from "../overlap/seen-list.ts";
import { TransferRefused } from "../transfer/transfer-errors.ts";
import { transferredWeights } from "../transfer/transferred-weights.ts";
import { AveragedNetwork } from "./averaged-network.ts";
import { createBatches } from "./batches.ts";
import { finiteValues, type RunIdentity, readCheckpoint, writeCheckpoint } from "./checkpoint.ts";
import { EarlyStop } from "./early-stop.ts";
import { finishTraining } from "./finish-training.ts";
import { hashOfData } from "./hash-of-data.ts";
import { learnedFrom } from "./learned-from.ts";
import { ProgressMeter } from "./progress-meter.ts";
import { type TrainingConfig, trainingConfig } from "./training-config.ts";
import { TrainingCancelled } from "./training-errors.ts";
import type { TrainingEvent, ValidationFigures } from "./training-event.ts";
import { createTrainingRunner, type RunPlan, type TrainingRunner } from "./training-runner.ts";
import { disposeState, initialState, type TrainingState } from "./training-state.ts";
import { previewStrip } from "./validate.ts";
import { validateSets } from "./validate-sets.ts";

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
  provenance?: { dataHash?: string; codeVersion?: string; trainedOn?: TrainedOn[] };
  /** The model that `config.transfer` starts from. */
  parent?: Bundle;
  /** What is learned from, where `data` are images fitted already; the caller has then made sure that none of it is scored on. */
  seen?: SeenList;
  /** Scores on images or subjects that were learned from are all right; kept in the manifest. */
  allowOverlap?: boolean;
  /** Equal subject ids here and in what the parent has learned from are of different persons. */
  unrelatedSubjects?: boolean;
  /** Bootstrap resamples of the final evaluation, 1,000 unless given. */
  draws?: number;
}

/** A run while it goes on. */
interface Run extends RunPlan {
  identity: RunIdentity;
  /** Weights of the model that it starts from. */
  loaded: HostWeights | undefined;
  data: TrainingData;
  network: AveragedNetwork;
  emit(event: TrainingEvent): Promise<void>;
}

/** Longest time between two checkpoints; there is one at the end of every epoch too. */
const checkpointMs = 60_000;
/** Longest time that the event loop waits for a step's end. */
const yieldMs = 15;

/**
 * Trains a network on the engine in use and evaluates it: threshold from validation data, test data scored once at the end.
 * The same seed, configuration, data and engine give the same weights, interrupted or not.
 * Throws InvalidImageSet, TransferRefused, OverlapRefused, CheckpointMismatch, TrainingCancelled or TrainingDiverged. Leaves no tensor behind.
 */
export async function train(request: TrainingRequest): Promise<Bundle> {
  const startedMs = performance.now();
  const config = trainingConfig.parse(request.config);
  offerGradients();
  const data = fitData(config, request.data);
  const { seed } = request;
  const dataHash = request.provenance?.dataHash ?? (await hashOfData(request.data.train));
  const { parent, allowOverlap = false, unrelatedSubjects = false } = request;
  if (parent && !config.transfer) {
    throw new TransferRefused("A model to start from was given, and the configuration does not say how.");
  }
  const overlap = { data: request.data, dataHash, parent, allowOverlap, unrelatedSubjects };
  const seen = request.seen ?? (await learnedFrom(overlap));
  const architecture = architectureOf(config.model);
  const loaded = config.transfer ? await transferredWeights(architecture, config.transfer, parent) : undefined;
  const batches = createBatches(config, data.train, seed);
  const run: Run = {
    ...{ architecture, config, seed, imageCount: data.train.count, loaded },
    ...{ identity: { config, seed, dataHash }, batches, data, network: new AveragedNetwork(architecture) },
    totalSteps: config.epochs * batches.stepsPerEpoch,
    emit: async (event) => request.onEvent?.(event),
  };
  try {
    const { state, ...ended } = await runSteps(run, request.checkpoint, request.signal);
    try {
      return await finishTraining({
        ...{ architecture, config, data, seed, state, network: run.network, emit: run.emit, ...ended },
        ...{ dataHash, codeVersion: request.provenance?.codeVersion ?? "unknown", draws: request.draws ?? 1000 },
        ...{ seen, trainedOn: trainedOn(request, dataHash), overlapAllowed: allowOverlap },
        secondsSoFar: () => (performance.now() - startedMs) / 1000,
      });
    } finally {
      disposeState(state);
    }
  } finally {
    run.network.dispose();
  }
}

/** Where the steps of a run ended. */
interface End {
  state: TrainingState;
  step: number;
  /** See `FinishRequest`. */
  keptEpoch?: number;
}

/** All steps, from a checkpoint or from the start, or until patience is out; the caller disposes of the state. */
async function runSteps(run: Run, checkpoint: Uint8Array | undefined, signal?: AbortSignal): Promise<End> {
  const { architecture, config, identity, batches, totalSteps, emit } = run;
  const start: Awaited<ReturnType<typeof readCheckpoint>> =
    checkpoint === undefined
      ? { state: initialState(architecture, run.seed, { groups: batches.groupCount, loaded: run.loaded }), step: 0 }
      : await readCheckpoint(checkpoint, identity);
  let runner: TrainingRunner;
  try {
    runner = createTrainingRunner(run, start.state);
  } finally {
    disposeState(start.state);
  }
  const { patienceEpochs } = config;
  const early = patienceEpochs === undefined ? undefined : new EarlyStop(patienceEpochs, start.best);
  const isOver = (step: number): boolean =>
    step >= totalSteps || early?.isOver(Math.floor(step / batches.stepsPerEpoch)) === true;
  const save = async (step: number): Promise<void> => {
    const bytes = await withState(runner, (state) => writeCheckpoint(state, step, identity, early?.best));
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
    let step = start.step;
    for (; !isOver(step); step++) {
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
      if (endsEpoch) {
        await withState(runner, async (state) => {
          const figures = await reportEpoch(run, state, step + 1, epoch);
          await early?.after(epoch, figures, state);
        });
      }
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
    if (early?.best === undefined) return { state: runner.read(), step };
    return { state: early.withBest(runner.read()), step, keptEpoch: early.best.epoch };
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

async function reportEpoch(run: Run, state: TrainingState, step: number, epoch: number): Promise<ValidationFigures> {
  await finiteValues(state, step);
  const network = await run.network.of(state);
  const report = await validateSets(network, run.data.validation);
  await run.emit({ kind: "epoch", step, epoch, ...report });
  const strip = await previewStrip(network, run.data.validation, run.identity.seed);
  await run.emit({ kind: "reconstructions", step, epoch, ...strip });
  return report.validation;
}

/** The sets of the models before, then this training's own. */
function trainedOn({ parent, provenance, data }: TrainingRequest, dataHash: string): TrainedOn[] {
  const before = parent?.manifest.provenance.trainedOn ?? [];
  return [...before, ...(provenance?.trainedOn ?? [{ name: "images", dataHash, images: data.train.count }])];
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
