import { createReadStream } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import {
  ConflictError,
  claimExport,
  completeExport,
  failExport,
  type JobContext,
  type JobPayload,
} from "@diaphane/core";
import { type ExportFormat, writeExport, zipFolder } from "@diaphane/data/formats";
import { versionSource } from "../data/version-source.ts";
import { explainFailure, isPassing } from "./explain-failure.ts";
import type { JobServices } from "./job-services.ts";
import { JobReturned } from "./stop-reason.ts";

const formats: Record<"NPZ" | "FOLDER" | "COCO" | "MEDIMETA", ExportFormat> = {
  ...{ NPZ: "npz", FOLDER: "folder", COCO: "coco", MEDIMETA: "medimeta" },
};

/**
 * Writes a version of a data set in a format, packs it and puts it into the store.
 *
 * @throws JobReturned when this process ends, and whatever the database throws: the job then goes back into the queue
 */
export async function exportDataset(
  { ctx, store, log }: JobServices,
  payload: JobPayload<"export-dataset">,
  { signal }: JobContext,
): Promise<void> {
  const claimed = await claimExport(ctx, payload);
  if (!claimed) return;
  const { id: exportId, claim, format, name } = claimed;
  const folder = await mkdtemp(path.join(tmpdir(), "diaphane-export-"));
  try {
    const to = path.join(folder, name);
    await writeExport(versionSource(store, claimed), formats[format], to);
    const bytes = format === "NPZ" ? createReadStream(to) : await zipFolder(to);
    const { sha256, sizeBytes } = await store.put(whileWanted(bytes, signal), "EXPORT");
    await completeExport(ctx, { exportId, claim, sha256, sizeBytes });
    log.info({ exportId, format }, "exported");
  } catch (error) {
    if (error instanceof JobReturned || isPassing(error)) throw error;
    if (error instanceof ConflictError) return log.warn({ exportId }, "another worker has taken the export over");
    log.warn({ error, exportId }, "export failed");
    await failExport(ctx, { exportId, claim, ...explainFailure(error) });
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function* whileWanted(chunks: AsyncIterable<Uint8Array>, signal: AbortSignal): AsyncGenerator<Uint8Array> {
  for await (const chunk of chunks) {
    if (signal.aborted) throw new JobReturned("an export goes back into the queue");
    yield chunk;
  }
}
