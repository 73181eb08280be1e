import {
  ConflictError,
  claimImport,
  completeImport,
  failImport,
  type JobContext,
  type JobPayload,
} from "@diaphane/core";
import { type ImageSample, type ImageSource, packShards, phantomSource } from "@diaphane/data";
import { openImages, type RecordSource } from "@diaphane/data/formats";
import { cleanImport } from "./clean-import.ts";
import { explainFailure, isPassing } from "./explain-failure.ts";
import { ImportProgress } from "./import-progress.ts";
import type { JobServices } from "./job-services.ts";
import { JobReturned, JobStop } from "./stop-reason.ts";

type ClaimedImport = NonNullable<Awaited<ReturnType<typeof claimImport>>>;

/**
 * Reads an uploaded file, or draws phantom images, into shards and a new version of the data set. The version is written
 * in one transaction: a failed import leaves none.
 *
 * @throws JobReturned when this process ends, and whatever the database throws: the job then goes back into the queue
 */
export async function importDataset(
  services: JobServices,
  payload: JobPayload<"import-dataset">,
  job: JobContext,
): Promise<void> {
  const found = await claimImport(services.ctx, payload);
  if (!found) return;
  const held = { importId: found.id, claim: found.claim };
  const stop = new JobStop(job.signal);
  const progress = new ImportProgress(services, held, stop);
  services.log.info({ importId: found.id }, "importing");
  try {
    await runImport(services, found, { stop, progress });
    services.log.info({ importId: found.id }, "imported");
  } catch (error) {
    await progress.close();
    await endImport(services, held, error, stop);
  } finally {
    await progress.close();
  }
}

async function runImport(
  services: JobServices,
  found: ClaimedImport,
  { stop, progress }: { stop: JobStop; progress: ImportProgress },
): Promise<void> {
  const { ctx, store } = services;
  const source = await openSource(services, found);
  try {
    const samples: (readonly ImageSample[])[] = [];
    const { meta, contentHash, shards, maskShards } = await packShards(source, store, {
      signal: stop.signal,
      onSamples(batch, firstIndex) {
        samples.push(batch);
        progress.report(firstIndex + batch.length, source.meta.count);
      },
    });
    const { count, height, width, channels, classes, maskClasses, boxClasses, hasSubjects } = meta;
    const about = { height, width, channels, classes, maskClasses, boxClasses, hasSubjects };
    const attributes = meta.attributes.map((attribute) => ({ ...attribute, kind: attribute.kind.toUpperCase() }));
    const version = { ...about, contentHash, imageCount: count, attributes };
    // From here on the transaction holds the import's row: a heartbeat would wait for it.
    await progress.close();
    const claimed = { importId: found.id, claim: found.claim };
    const notes = notesOf(source);
    await completeImport(ctx, { ...claimed, ...version, shards, maskShards, notes }, samples);
  } finally {
    await source.close();
  }
}

async function openSource(services: JobServices, found: ClaimedImport): Promise<ImageSource | RecordSource> {
  const { source, upload, secret } = found;
  if (source.kind === "phantom") {
    const { count, size, seed, options } = source;
    return phantomSource({ ...options, count, size, seed });
  }
  const sha256 = await cleanImport(services, found);
  const { deidentify: _done, ...options } = source.options;
  const bytes = await services.store.bytes(sha256, upload?.fileName ?? source.fileName);
  return await openImages(bytes, { ...(secret === null ? {} : { secret }), ...options });
}

/** The first of what the reader has to tell; a set of many broken files says the same over and over. */
function notesOf(source: ImageSource | RecordSource): string[] {
  return "notes" in source ? source.notes.slice(0, 1000).map((note) => note.slice(0, 2000)) : [];
}

/** Writes how the import ended, if it is this worker's to write. */
async function endImport(
  { ctx, log }: JobServices,
  held: { importId: string; claim: string },
  error: unknown,
  stop: JobStop,
): Promise<void> {
  const wasCancelled = stop.reason === "cancelled" || (error instanceof ConflictError && error.code === "cancelled");
  if (wasCancelled) return failImport(ctx, { ...held, code: "cancelled" });
  if (stop.reason === "claim-lost" || error instanceof ConflictError) {
    log.warn(held, "another worker has taken the import over");
    return;
  }
  if (stop.reason === "shutdown") throw new JobReturned(`import ${held.importId} goes back into the queue`);
  // A lost connection, say: the queue tries again.
  if (isPassing(error)) throw error;
  log.warn({ error, ...held }, "import failed");
  await failImport(ctx, { ...held, ...explainFailure(error) });
}
