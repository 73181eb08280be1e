import { createReadStream } from "node:fs";
import { stat } from "node:fs/promises";
import path from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import {
  type Context,
  createUpload,
  finishUpload,
  getImport,
  importDataset,
  openPlatform,
  prepareDatabase,
} from "@diaphane/core";
import { DataError } from "@diaphane/data";
import { exitCodes } from "../cli/exit-codes.ts";
import { type ImageFileOptions, openImageFile, readMapping } from "../data/open-image-file.ts";
import { actingMember } from "./acting-member.ts";
import { ImportEnded } from "./import-ended.ts";
import { createStepBar } from "./step-bar.ts";

export interface ImportOptions extends ImageFileOptions {
  group: string;
  name: string;
  as?: string;
  wait: boolean;
}

/** Puts a file into the store and its import into the queue. @throws DataError, DomainError, ImportEnded */
export async function importFile(
  file: string,
  { group, name, as, wait: waits, mapping }: ImportOptions,
): Promise<void> {
  const options = mapping === undefined ? {} : await readMapping(mapping);
  // Headers, labels and tables, before anything is copied: most bad files are found here.
  await (await openImageFile(file, mapping === undefined ? {} : { mapping })).close();
  const { size: sizeBytes } = await requireFile(file);
  const platform = await openPlatform();
  try {
    await prepareDatabase(platform.url);
    const ctx = await actingMember(platform, { group, email: as });
    const { id: uploadId } = await createUpload(ctx, { group, fileName: path.basename(file), sizeBytes });
    const stored = await platform.store.put(createReadStream(file), "UPLOAD");
    await finishUpload(ctx, { uploadId, sha256: stored.sha256, sizeBytes: stored.sizeBytes });
    const { importId, datasetId } = await importDataset(ctx, {
      group,
      name,
      source: { kind: "upload", uploadId, options },
    });
    if (waits) await followImport(ctx, importId);
    console.log(`${waits ? "Imported" : "Queued"}: /g/${group}/data/${datasetId}`);
  } finally {
    await platform.close();
  }
}

/** @throws DataError `file-not-found` for a folder: the platform keeps the one file that a data set came from */
async function requireFile(file: string) {
  const found = await stat(file);
  if (!found.isDirectory()) return found;
  const [expected, advice] = ["a file", "Zip the folder, and import the archive."];
  throw new DataError({ code: "file-not-found", file: path.basename(file), expected, found: "a folder", advice });
}

const pollMs = 500;
const patienceMs = 10_000;

/** Follows an import to its end. @throws ImportEnded when that is not a version of the data set */
async function followImport(ctx: Context, importId: string): Promise<void> {
  const bar = createStepBar(process.stderr, "images");
  const start = Date.now();
  let hasTold = false;
  try {
    for (;;) {
      const { status, imagesDone, errorDetail, progress } = await getImport(ctx, { importId });
      if (status === "SUCCEEDED") return;
      if (status === "CANCELLED") throw new ImportEnded("The import was cancelled.", exitCodes.cancelled);
      if (status === "FAILED") throw new ImportEnded(`The import failed: ${describe(errorDetail)}`, exitCodes.badData);
      if (status === "QUEUED" && !hasTold && Date.now() - start > patienceMs) {
        hasTold = true;
        bar.say("Waiting for a worker: npm start, or npx diaphane serve");
      }
      if (imagesDone > 0) bar.update(imagesDone, Math.round((0.95 * imagesDone) / Math.max(progress, 1e-6)));
      await wait(pollMs);
    }
  } finally {
    bar.stop();
  }
}

function describe(detail: unknown): string {
  const { file, key, expected, found, advice, message } = Object(detail);
  return expected
    ? `${key ? `${file}, ${key}` : file}: expected ${expected}, found ${found}. ${advice}`
    : String(message);
}
