import { z } from "zod";

/** What a job of each queue says. Fields are only ever added: an older process may read a newer job. */
interface JobPayloads {
  "train-model": { runId: string };
  "import-dataset": { importId: string };
  "analyse-latents": { analysisId: string };
  "export-dataset": { exportId: string };
  /** Whichever files there are to collect. */
  "collect-artifacts": Record<string, never>;
}

export type QueueName = keyof JobPayloads;
export type JobPayload<Name extends QueueName> = JobPayloads[Name];

export const queues: { readonly [Name in QueueName]: z.ZodType<JobPayload<Name>> } = {
  "train-model": z.object({ runId: z.string() }),
  "import-dataset": z.object({ importId: z.string() }),
  "analyse-latents": z.object({ analysisId: z.string() }),
  "export-dataset": z.object({ exportId: z.string() }),
  "collect-artifacts": z.record(z.string(), z.never()),
};

export const queueNames: QueueName[] = [
  "train-model",
  "import-dataset",
  "analyse-latents",
  "export-dataset",
  "collect-artifacts",
];

/** Files are collected soon after a deletion, and every quarter of an hour for whatever else has become unused. */
export const collectionSchedule = "*/15 * * * *";

/**
 * A live worker is heard from every 3 s. After 12 s of silence its job is another's, and whoever takes it resumes from
 * the last checkpoint; with the supervisor's and the worker's own rounds that makes 12 to 16 s.
 */
export const heartbeatSeconds = 12;
export const heartbeatRefreshSeconds = 3;
export const superviseSeconds = 3;
export const pollSeconds = 1;

/** Errors of the work itself end a job at once; what is tried again is a job whose worker died or was stopped. */
export const queueOptions = {
  retryLimit: 100,
  retryDelay: 0,
  heartbeatSeconds,
  // The longest that pg-boss takes: heartbeats tell a dead worker, the clock must not stop a long training.
  expireInSeconds: 24 * 3600 - 1,
  // A queue that nobody works on for two weeks keeps its jobs.
  retentionSeconds: 14 * 24 * 3600,
};
