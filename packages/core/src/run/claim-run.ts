import { randomUUID } from "node:crypto";
import { requireWorker } from "../access/require-actor.ts";
import type { Context } from "../context.ts";
import { findShards } from "../dataset/find-shards.ts";
import { readSampleBoxes } from "../dataset/sample-boxes.ts";
import { readSampleColumns } from "../dataset/sample-columns.ts";
import { readSampleSubjects } from "../dataset/sample-subjects.ts";
import { NotFoundError } from "../errors.ts";
import { parseInput } from "../parse-input.ts";
import { claimRunInput } from "../schemas.ts";
import { endRun, lockRun } from "./lock-run.ts";

/**
 * Takes a run off the queue, or over from a worker that died. Null: there is nothing to do (it has ended, or it was
 * cancelled in the meantime and is ended here).
 *
 * @returns the run, the version's images (`shards`) and masks (`maskShards`, none when it has no masks) with `samples` as
 *   columns `boxes` of each (null when it has no boxes) and `subjects` (null when it has none) in index order, and the `claim` that every later write of this
 *   worker must carry
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
      include: { model: true },
    });
  });
  if (!run) return null;
  const { summary: _summary, ...datasetVersion } = await ctx.db.datasetVersion.findUniqueOrThrow({
    where: { id: run.datasetVersionId },
    include: { dataset: { select: { name: true, isSynthetic: true } } },
  });
  const shards = await findShards(ctx.db, datasetVersion.id, "IMAGES");
  const maskShards = await findShards(ctx.db, datasetVersion.id, "MASKS");
  const samples = await readSampleColumns(ctx.db, datasetVersion.id);
  if (samples.indices.length !== datasetVersion.imageCount) throw new NotFoundError("samples");
  const boxes = datasetVersion.boxClasses.length > 0 ? await readSampleBoxes(ctx.db, datasetVersion) : null;
  const subjects = datasetVersion.hasSubjects ? await readSampleSubjects(ctx.db, datasetVersion) : null;
  return { ...run, claim, datasetVersion: { ...datasetVersion, shards, maskShards }, samples, boxes, subjects };
}
