import { rm } from "node:fs/promises";
import { ConflictError, claimRun, failRun, finishCancelledRun, type JobContext, type JobPayload } from "@diaphane/core";
import { TrainingCancelled, type TrainingEvent, trainingConfig } from "@diaphane/model";
import { createSpoolFolder } from "../spool/spool-folder.ts";
import { explainFailure, isPassing } from "./explain-failure.ts";
import type { JobServices } from "./job-services.ts";
import { type ClaimedRun, learnedImages } from "./learned-images.ts";
import { readParent } from "./read-parent.ts";
import { readRunCheckpoint } from "./run-checkpoint.ts";
import { RunJournal } from "./run-journal.ts";
import { RunRecorder } from "./run-recorder.ts";
import { JobReturned, JobStop } from "./stop-reason.ts";
import { storeModel } from "./store-model.ts";
import { TrainingFailed, trainInProcess } from "./train-in-process.ts";

/**
 * Trains the model of a run and stores it. A run that was begun goes on from its last checkpoint.
 *
 * @throws JobReturned when this process ends, and whatever the database throws: the job then goes back into the queue
 */
export async function trainModel(
  services: JobServices,
  payload: JobPayload<"train-model">,
  job: JobContext,
): Promise<void> {
  const run = await claimRun(services.ctx, payload);
  if (!run) return;
  const held = { runId: run.id, claim: run.claim };
  const stop = new JobStop(job.signal);
  const journal = new RunJournal(services, held, stop);
  const recorder = new RunRecorder(services, held, journal, stop);
  services.log.info({ runId: run.id, resumed: run.checkpointSha256 !== null }, "training");
  try {
    await runTraining(services, run, { stop, journal, recorder });
    services.log.info({ runId: run.id }, "trained");
  } catch (error) {
    await journal.close();
    await endRun(services, held, error, { stop, recorder, journal });
  } finally {
    await journal.close();
  }
}

interface RunParts {
  stop: JobStop;
  journal: RunJournal;
  recorder: RunRecorder;
}

async function runTraining(
  services: JobServices,
  run: ClaimedRun,
  { stop, journal, recorder }: RunParts,
): Promise<void> {
  const config = trainingConfig.parse(run.config);
  const checkpoint = await readRunCheckpoint(services, run.checkpointSha256, journal);
  const provenance = { dataHash: run.dataHash, codeVersion: services.codeVersion };
  const parent = run.parent ? await readParent(services.store, run.parent) : {};
  // Ids of subjects are a data set's own: in another one the same id is somebody else.
  const unrelatedSubjects = run.parent?.datasetVersion.datasetId !== run.datasetVersion.datasetId;
  const from = { ...parent, unrelatedSubjects, ...(checkpoint ? { checkpoint } : {}) };
  const onEvent = (event: TrainingEvent) => recorder.record(event);
  const onStart = (trainingPid?: number) => services.log.info({ runId: run.id, trainingPid }, "training process");
  const folder = await createSpoolFolder();
  try {
    const sets = await learnedImages(services, run, config, { folder, signal: stop.signal });
    const learned = { sets, pretrains: run.sets.length > 0, folder };
    const task = { config, ...learned, seed: run.seed, provenance, ...from };
    const bundle = await trainInProcess(task, { signal: stop.signal, onEvent, onStart });
    await journal.close();
    await journal.flush();
    await storeModel(services, { runId: run.id, claim: run.claim, step: recorder.step }, bundle);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Writes how the run ended, if it is this worker's to write. */
async function endRun(
  { ctx, log }: JobServices,
  held: { runId: string; claim: string },
  error: unknown,
  { stop, recorder, journal }: RunParts,
): Promise<void> {
  if (stop.reason === "claim-lost" || error instanceof ConflictError) {
    log.warn({ runId: held.runId }, "another worker has taken the run over");
    return;
  }
  if (error instanceof TrainingCancelled) {
    await journal.flush();
    if (stop.reason === "shutdown") throw new JobReturned(`run ${held.runId} goes back into the queue`);
    await finishCancelledRun(ctx, { ...held, step: recorder.step });
    return;
  }
  // A lost connection, or a training process that was killed: the queue tries again, from the last checkpoint.
  if (error instanceof JobReturned || isPassing(error)) throw error;
  const failure = error instanceof TrainingFailed ? error.failure : explainFailure(error);
  log.error({ error, runId: held.runId }, "training failed");
  await journal.flush();
  await failRun(ctx, { ...held, step: recorder.step, ...failure });
}
