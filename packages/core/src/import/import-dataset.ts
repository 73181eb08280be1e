import { randomUUID } from "node:crypto";
import type { Transaction } from "@diaphane/db";
import { requireUser } from "../access/require-actor.ts";
import { getGroupOrThrow } from "../access/require-scope.ts";
import { appendAuditEvent } from "../audit-log/append-audit-event.ts";
import type { Context } from "../context.ts";
import { ConflictError, NotFoundError } from "../errors.ts";
import { enqueue } from "../jobs/enqueue.ts";
import { parseInput } from "../parse-input.ts";
import { type ImportSource, importDatasetInput, type UploadSource } from "../schemas.ts";
import { publicSource } from "./public-source.ts";

/**
 * Queues the import of an uploaded file, or of synthetic images, into a new data set. A name whose imports have all
 * failed is free again.
 *
 * @throws ConflictError `name-taken`, `upload-unfinished`
 */
export async function importDataset(ctx: Context, input: unknown): Promise<{ importId: string; datasetId: string }> {
  const userId = requireUser(ctx.actor);
  const { group: slug, name, description, source } = parseInput(importDatasetInput, input);
  return await ctx.db.$transaction(async (tx) => {
    const group = await getGroupOrThrow(tx, { userId, slug, scope: "dataset:import" });
    const uploadId = source.kind === "upload" ? source.uploadId : null;
    const { kept, secret } =
      source.kind === "upload" ? await describeUpload(tx, source, group.id) : { kept: source, secret: null };
    const about = { description, isSynthetic: source.kind === "phantom" };
    const datasetId = await takeName(tx, { groupId: group.id, name, ...about });
    if (secret !== null) await keepSecret(tx, datasetId, secret);
    const { id } = await tx.import.create({ data: { datasetId, uploadId, source: kept, createdBy: userId } });
    await enqueue(ctx.db, tx, { name: "import-dataset", payload: { importId: id } });
    const event = { chain: group.id, action: "dataset.import", actorId: userId, subjectType: "dataset" };
    await appendAuditEvent(tx, {
      ...event,
      subjectId: datasetId,
      data: { importId: id, name, source: publicSource(kept) },
    });
    return { importId: id, datasetId };
  });
}

async function describeUpload(
  tx: Transaction,
  { uploadId, options }: UploadSource,
  groupId: string,
): Promise<{ kept: ImportSource; secret: string }> {
  const upload = await tx.upload.findFirst({ where: { id: uploadId, groupId } });
  if (!upload) throw new NotFoundError("upload");
  if (!upload.finishedAt) throw new ConflictError("upload-unfinished");
  const { fileName, sizeBytes } = upload;
  const { secret, ...kept } = options;
  // Pseudonyms that nobody can guess back; unless the same persons' other files were given one.
  const chosen = typeof secret === "string" ? secret : randomUUID();
  return { kept: { kind: "upload", fileName, sizeBytes: Number(sizeBytes), options: kept }, secret: chosen };
}

/** A data set's own from its first import on: whoever comes again gets the same pseudonym. */
async function keepSecret(tx: Transaction, datasetId: string, secret: string): Promise<void> {
  await tx.datasetSecret.upsert({ where: { datasetId }, create: { datasetId, secret }, update: {} });
}

interface NewDataset {
  groupId: string;
  name: string;
  description: string;
  isSynthetic: boolean;
}

async function takeName(tx: Transaction, data: NewDataset): Promise<string> {
  const { groupId, name } = data;
  // Locks the group: of two imports under one name the second one sees the first one's data set.
  await tx.$executeRaw`SELECT id FROM groups WHERE id = ${groupId} FOR UPDATE`;
  const found = await tx.dataset.findUnique({
    where: { groupId_name: { groupId, name } },
    select: {
      id: true,
      _count: { select: { versions: true, imports: { where: { status: { in: ["QUEUED", "RUNNING"] } } } } },
    },
  });
  if (!found) return (await tx.dataset.create({ data, select: { id: true } })).id;
  if (found._count.versions > 0 || found._count.imports > 0) throw new ConflictError("name-taken", { name });
  await tx.dataset.update({ where: { id: found.id }, data });
  return found.id;
}
