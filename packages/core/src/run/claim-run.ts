import { randomUUID } from "node:crypto";
import { requireWorker } from "../access/require-actor.ts";
import type { Context } from "../context.ts";
import { readVersionImages } from "../dataset/version-images.ts";
import { parseInput } from "../parse-input.ts";
import { claimRunInput } from "../schemas.ts";
import { dataHashOf } from "./data-hash.ts";
import { endRun, lockRun } from "./lock-run.ts";

const parentData = { datasetVersion: { select: { datasetId: true } } } as const;

/**
 * Takes a run off the queue, or over from a worker that died. Null: there is nothing to do (it has ended, or it was
 * cancelled in the meantime and is ended here).
 *
 * @returns the run, its images as `readVersionImages` gives them, the same of each of several data sets that it learns at once
 *   (`sets`; none when it learns one), the version that training starts from (`parent`, with its data set),
 *   the hash that names its data, and the `claim` that every later write of this worker must carry
 */
export async function claimRun(ctx: Context, input: unknown) {
  requireWorker(ctx.actor);
  const { runId } = parseInput(claimRunInput, input);
  const claim = randomUUID();
  const run = await ctx.db.$transaction(async (tx) => {
    const found = await lockRun(tx, runId);
    if (found.status !== "QUEUED" && found.status !== "RUNNING") return null;
    if (found.cancelRequested) {
      await endRun(tx, runId, { status: "CANCELLED", event: { kind: "cancelled", step: 0 } });
      return null;
    }
    const now = new Date();
    const data = { claim, status: "RUNNING" as const, startedAt: found.startedAt ?? now, heartbeatAt: now };
    return await tx.trainingRun.update({
      where: { id: runId },
      data,
      include: { model: true, parent: { include: parentData }, sets: { orderBy: { position: "asc" } } },
    });
  });
  if (!run) return null;
  const images = await readVersionImages(ctx.db, run.datasetVersionId);
  const sets: (typeof images)[] = [];
  for (const { datasetVersionId } of run.sets) {
    const isFirst = datasetVersionId === run.datasetVersionId;
    sets.push(isFirst ? images : await readVersionImages(ctx.db, datasetVersionId));
  }
  const hashes = (sets.length > 0 ? sets : [images]).map(({ datasetVersion }) => datasetVersion.contentHash);
  return { ...run, claim, ...images, sets, dataHash: dataHashOf(hashes) };
}
