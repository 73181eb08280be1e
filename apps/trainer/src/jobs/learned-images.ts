import { mkdir } from "node:fs/promises";
import path from "node:path";
import { type claimRun, readAttributeNumbers } from "@diaphane/core";
import { neededAttributes, type TrainingConfig } from "@diaphane/model";
import { spoolVersion } from "../spool/spool-version.ts";
import type { JobServices } from "./job-services.ts";
import type { LearnedSet } from "./training-protocol.ts";

export type ClaimedRun = NonNullable<Awaited<ReturnType<typeof claimRun>>>;

/**
 * The images that a run learns, of one data set or of several, in files.
 *
 * @param folder an empty one
 * @throws DataError when the store lacks or garbled a shard; TrainingCancelled when the signal is aborted
 */
export async function learnedImages(
  { ctx, store }: JobServices,
  { datasetVersion, samples, boxes, subjects, sets }: ClaimedRun,
  { model, objective }: TrainingConfig,
  { folder, signal }: { folder: string; signal: AbortSignal },
): Promise<LearnedSet[]> {
  const names = neededAttributes(objective);
  const learned = sets.length > 0 ? sets : [{ datasetVersion, samples, boxes, subjects }];
  const spooled: LearnedSet[] = [];
  for (const [place, { datasetVersion: version, ...columns }] of learned.entries()) {
    const own = path.join(folder, String(place));
    await mkdir(own);
    // What attributes mean is a data set's own: several are not learned together.
    const attributes = sets.length > 0 ? new Map() : await readAttributeNumbers(ctx, { versionId: version.id, names });
    const data = await spoolVersion(store, { ...version, ...columns, attributes }, model, { folder: own, signal });
    spooled.push({ name: version.dataset.name, dataHash: version.contentHash, data });
  }
  return spooled;
}
