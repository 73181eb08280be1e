import type { Transaction } from "@diaphane/db";
import { requireUser } from "../access/require-actor.ts";
import { keptForMinutes } from "../artifact/kept-for.ts";
import { appendAuditEvent } from "../audit-log/append-audit-event.ts";
import type { Context } from "../context.ts";
import { ConflictError } from "../errors.ts";
import { enqueue } from "../jobs/enqueue.ts";
import { parseInput } from "../parse-input.ts";
import { deleteDatasetInput } from "../schemas.ts";
import { lockUploads } from "../upload/find-upload.ts";
import { findDatasetOrThrow } from "./find-dataset.ts";

/**
 * Deletes a data set with its versions, what was labelled on them, and the uploads that only it was made of. Nobody sees its images from here on; in the
 * store they lie until a trainer collects them: at once, unless they were stored within the last hour. Files that another data
 * set has too stay. The event `artifact.collect` says when they are gone.
 *
 * @returns the time before which they may still lie in the store
 * @throws ConflictError `dataset-in-use` when a run or a model was made of it: their results could no longer be checked
 */
export async function deleteDataset(ctx: Context, input: unknown): Promise<{ filesKeptUntil: Date }> {
  const userId = requireUser(ctx.actor);
  const { datasetId } = parseInput(deleteDatasetInput, input);
  return await ctx.db.$transaction(async (tx) => {
    const { groupId, name } = await findDatasetOrThrow(tx, { userId, datasetId, scope: "dataset:delete" });
    const runs = await tx.trainingRun.count({
      where: { OR: [{ datasetVersion: { datasetId } }, { sets: { some: { datasetVersion: { datasetId } } } }] },
    });
    if (runs > 0) throw new ConflictError("dataset-in-use", { runs });
    const importing = { datasetId, status: { in: ["QUEUED" as const, "RUNNING" as const] } };
    if ((await tx.import.count({ where: importing })) > 0) throw new ConflictError("import-running");
    const filesKeptUntil = await readKeptUntil(tx, datasetId);
    const uploads = await deleteUploadsOf(tx, datasetId);
    const labels = await tx.label.count({ where: { assignment: { task: { datasetVersion: { datasetId } } } } });
    await tx.dataset.delete({ where: { id: datasetId } });
    await enqueue(ctx.db, tx, { name: "collect-artifacts", payload: {} });
    const event = { chain: groupId, action: "dataset.delete", actorId: userId, subjectType: "dataset" };
    await appendAuditEvent(tx, { ...event, subjectId: datasetId, data: { name, uploads, labels } });
    return { filesKeptUntil };
  });
}

/** The names of those that no other data set was made of. */
async function deleteUploadsOf(tx: Transaction, datasetId: string): Promise<string[]> {
  const uses = await tx.import.findMany({ where: { datasetId }, select: { uploadId: true } });
  const uploadIds = uses.flatMap(({ uploadId }) => uploadId ?? []);
  await lockUploads(tx, uploadIds);
  const where = { id: { in: uploadIds }, imports: { every: { datasetId } } };
  const uploads = await tx.upload.findMany({ where, select: { fileName: true } });
  await tx.upload.deleteMany({ where });
  return uploads.map(({ fileName }) => fileName);
}

async function readKeptUntil(tx: Transaction, datasetId: string): Promise<Date> {
  const uploads = await tx.upload.findMany({ where: { imports: { some: { datasetId } } }, select: { sha256: true } });
  const hashes = uploads.flatMap(({ sha256 }) => sha256 ?? []);
  const { _max: newest } = await tx.artifact.aggregate({
    where: { OR: [{ shards: { some: { datasetVersion: { datasetId } } } }, { sha256: { in: hashes } }] },
    _max: { storedAt: true },
  });
  const now = Date.now();
  return new Date(Math.max(now, (newest.storedAt?.getTime() ?? 0) + keptForMinutes * 60_000));
}
