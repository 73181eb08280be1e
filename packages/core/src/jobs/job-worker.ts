import { PgBoss } from "pg-boss";
import {
  heartbeatRefreshSeconds,
  type JobPayload,
  pollSeconds,
  type QueueName,
  queues,
  superviseSeconds,
} from "./queues.ts";

export interface JobContext {
  jobId: string;
  /** Aborted when the worker stops, or when the job was taken for dead and given to another. */
  signal: AbortSignal;
}

export interface JobWorker {
  /**
   * Takes jobs of a queue, one at a time. A handler that returns ends its job; one that throws puts it back into the
   * queue. Bad data and failed trainings are not thrown: they are recorded with `failImport` or `failRun`.
   */
  work<Name extends QueueName>(
    name: Name,
    handle: (payload: JobPayload<Name>, job: JobContext) => Promise<void>,
  ): Promise<void>;
  /** Takes no more jobs, and waits up to `timeoutMs` for those in hand; then they go back into the queue. */
  stop(options?: { timeoutMs?: number }): Promise<void>;
}

/** Connects to the job queue of a prepared database. `onError` hears of background failures, such as a lost connection. */
export async function startJobWorker(url: string, onError: (error: Error) => void): Promise<JobWorker> {
  const boss = new PgBoss({
    connectionString: url,
    migrate: false,
    createSchema: false,
    superviseIntervalSeconds: superviseSeconds,
    monitorIntervalSeconds: superviseSeconds,
    max: 4,
    // A training step holds the process for as long as it takes: a connection must not be given up in the meantime.
    connectionTimeoutMillis: 30_000,
  });
  boss.on("error", onError);
  await boss.start();
  return {
    async work(name, handle) {
      const options = { pollingIntervalSeconds: pollSeconds, batchSize: 1, heartbeatRefreshSeconds } as const;
      await boss.work<unknown>(name, options, async (jobs) => {
        for (const job of jobs) {
          await handle(queues[name].parse(job.data), { jobId: job.id, signal: job.signal });
        }
      });
    },
    async stop({ timeoutMs = 10_000 } = {}) {
      await boss.stop({ graceful: true, timeout: timeoutMs });
    },
  };
}
