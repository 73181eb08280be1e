import { requireUser } from "../access/require-actor.ts";
import { appendAuditEvent } from "../audit-log/append-audit-event.ts";
import type { Context } from "../context.ts";
import { enqueue } from "../jobs/enqueue.ts";
import { parseInput } from "../parse-input.ts";
import { startExportInput } from "../schemas.ts";
import { findExportableVersionOrThrow } from "./find-export.ts";

/** Queues a version of a data set to be written in a format. One that is there, or under way, is taken as it is. */
export async function startExport(ctx: Context, input: unknown): Promise<{ exportId: string }> {
  const userId = requireUser(ctx.actor);
  const { versionId, format } = parseInput(startExportInput, input);
  return await ctx.db.$transaction(async (tx) => {
    const { dataset } = await findExportableVersionOrThrow(tx, { userId, versionId });
    // Two who ask at once wait for each other here.
    await tx.$executeRaw`SELECT id FROM dataset_versions WHERE id = ${versionId} FOR UPDATE`;
    const key = { datasetVersionId: versionId, format };
    const known = await tx.export.findUnique({ where: { datasetVersionId_format: key } });
    const event = { chain: dataset.groupId, action: "dataset-version.export", actorId: userId };
    const subject = { subjectType: "dataset-version", subjectId: versionId };
    await appendAuditEvent(tx, { ...event, ...subject, data: { format } });
    if (known && known.status !== "FAILED") return { exportId: known.id };
    const anew = { status: "QUEUED" as const, claim: null, errorCode: null, createdBy: userId, finishedAt: null };
    const { id } = await tx.export.upsert({
      where: { datasetVersionId_format: key },
      create: { ...key, createdBy: userId },
      update: anew,
    });
    await enqueue(ctx.db, tx, { name: "export-dataset", payload: { exportId: id } });
    return { exportId: id };
  });
}
