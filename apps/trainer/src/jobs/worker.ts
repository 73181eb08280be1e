import { type JobContext, type Platform, startJobWorker } from "@diaphane/core";
import type { Logger } from "pino";
import { codeVersion } from "../code-version.ts";
import { analyseLatents } from "./analysis/analyse-latents.ts";
import { collectArtifacts } from "./collect-artifacts.ts";
import { exportDataset } from "./export-dataset.ts";
import { importDataset } from "./import-dataset.ts";
import { type JobServices, workerContext } from "./job-services.ts";
import { JobReturned } from "./stop-reason.ts";
import { trainModel } from "./train-model.ts";

export interface Worker {
  /** Takes no more jobs; those in hand save where they are and go back into the queue. */
  stop(): Promise<void>;
}

export interface WorkerOptions {
  platform: Pick<Platform, "db" | "store" | "url">;
  log: Logger;
}

type Handler<Payload> = (services: JobServices, payload: Payload, job: JobContext) => Promise<void>;

/** Takes jobs, one of each kind at a time, until it is stopped. */
export async function startWorker({ platform, log }: WorkerOptions): Promise<Worker> {
  const version = await codeVersion();
  const services: JobServices = {
    ctx: workerContext(platform),
    store: platform.store,
    log,
    codeVersion: version,
  };
  const stopping = new AbortController();
  const jobs = await startJobWorker(platform.url, (error) => log.warn({ error }, "job queue"));
  const handle =
    <Payload extends object>(handler: Handler<Payload>) =>
    async (payload: Payload, job: JobContext) => {
      const signal = AbortSignal.any([job.signal, stopping.signal]);
      try {
        await handler(services, payload, { ...job, signal });
      } catch (error) {
        if (!(error instanceof JobReturned)) log.error({ error, payload }, "job failed; the queue tries it again");
        throw error;
      }
    };
  await jobs.work("import-dataset", handle(importDataset));
  await jobs.work("train-model", handle(trainModel));
  await jobs.work("analyse-latents", handle(analyseLatents));
  await jobs.work("export-dataset", handle(exportDataset));
  await jobs.work("collect-artifacts", handle(collectArtifacts));
  return {
    async stop() {
      // First no more jobs are taken; else this worker would take its own back.
      const stopped = jobs.stop();
      stopping.abort();
      await stopped;
    },
  };
}
