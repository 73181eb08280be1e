import {
  ConflictError,
  claimAnalysis,
  completeAnalysis,
  failAnalysis,
  type JobContext,
  type JobPayload,
} from "@diaphane/core";
import { ComputationFailed, startComputeProcess } from "../../compute/start-compute-process.ts";
import { explainFailure, isPassing } from "../explain-failure.ts";
import type { JobServices } from "../job-services.ts";
import { readParent } from "../read-parent.ts";
import { JobReturned, JobStop } from "../stop-reason.ts";
import { AnalysisProgress } from "./analysis-progress.ts";
import { type ClaimedAnalysis, encodeLatentSet } from "./encode-latent-set.ts";
import { runRequest } from "./run-request.ts";

/**
 * Makes the codes that an analysis needs and are not there yet, then what it asks for. One that was begun goes on with the codes
 * that it made.
 *
 * @throws JobReturned when this process ends, and whatever the database throws: the job then goes back into the queue
 */
export async function analyseLatents(
  services: JobServices,
  payload: JobPayload<"analyse-latents">,
  job: JobContext,
): Promise<void> {
  const claimed = await claimAnalysis(services.ctx, payload);
  if (!claimed) return;
  const held = { analysisId: claimed.id, claim: claimed.claim };
  const stop = new JobStop(job.signal);
  const progress = new AnalysisProgress(services, held, stop);
  const about = { analysisId: claimed.id, kind: claimed.request.kind, madeCodes: claimed.latentShards.length };
  services.log.info(about, "analysing");
  try {
    await runAnalysis(services, claimed, { stop, progress });
    services.log.info({ analysisId: claimed.id }, "analysed");
  } catch (error) {
    await progress.close();
    await endAnalysis(services, held, error, stop);
  } finally {
    await progress.close();
  }
}

async function runAnalysis(
  services: JobServices,
  claimed: ClaimedAnalysis,
  { stop, progress }: { stop: JobStop; progress: AnalysisProgress },
): Promise<void> {
  const process = startComputeProcess(stop.signal);
  try {
    const { parent: bundle } = await readParent(services.store, { ...claimed.modelVersion, seenSha256: null });
    const shape = await process.call("load", bundle);
    const { signal } = stop;
    const held = { analysisId: claimed.id, claim: claimed.claim };
    const isEncodingOnly = claimed.request.kind === "ENCODING";
    const encodingShare = isEncodingOnly ? 1 : 0.5;
    const { external } = claimed;
    const ownShare = external ? encodingShare / 2 : encodingShare;
    const options = { held, shape, signal };
    const onEncoded = (share: number) => progress.report(share * ownShare);
    const rows = await encodeLatentSet(services, process, claimed, { ...options, onProgress: onEncoded });
    const onExternal = (share: number) => progress.report(ownShare * (1 + share));
    const elsewhere = external && {
      ...external,
      rows: await encodeLatentSet(services, process, external, { ...options, onProgress: onExternal }),
    };
    const onProgress = (share: number) => progress.report(encodingShare + share * (1 - encodingShare));
    const result = await runRequest({ services, claimed, rows, elsewhere, process, onProgress });
    const stored = result && (await services.store.put(Buffer.from(JSON.stringify(result)), "ANALYSIS_RESULT"));
    await progress.close();
    const kept = stored ? { result: { sha256: stored.sha256, sizeBytes: stored.sizeBytes } } : {};
    await completeAnalysis(services.ctx, { ...held, ...kept });
  } finally {
    process.end();
  }
}

/** Writes how the analysis ended, if it is this worker's to write. */
async function endAnalysis(
  { ctx, log }: JobServices,
  held: { analysisId: string; claim: string },
  error: unknown,
  stop: JobStop,
): Promise<void> {
  const wasCancelled = stop.reason === "cancelled" || (error instanceof ConflictError && error.code === "cancelled");
  if (wasCancelled) return failAnalysis(ctx, { ...held, code: "cancelled" });
  if (stop.reason === "claim-lost" || error instanceof ConflictError) {
    log.warn(held, "another worker has taken the analysis over");
    return;
  }
  if (stop.reason === "shutdown") throw new JobReturned(`analysis ${held.analysisId} goes back into the queue`);
  // A lost connection, say: the queue tries again.
  if (isPassing(error)) throw error;
  const failure = error instanceof ComputationFailed ? error.failure : explainFailure(error);
  log.error({ error, ...held }, "analysis failed");
  await failAnalysis(ctx, { ...held, ...failure });
}
