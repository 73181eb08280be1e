import { requireUser } from "../access/require-actor.ts";
import { appendAuditEvent } from "../audit-log/append-audit-event.ts";
import type { Context } from "../context.ts";
import { ConflictError } from "../errors.ts";
import { enqueue } from "../jobs/enqueue.ts";
import { parseInput } from "../parse-input.ts";
import { deleteUploadInput } from "../schemas.ts";
import { findUploadOrThrow, lockUploads } from "./find-upload.ts";

/** Forgets an upload of the actor's own. Throws ConflictError `upload-in-use` while an import reads it. */
export async function deleteUpload(ctx: Context, input: unknown): Promise<void> {
  const userId = requireUser(ctx.actor);
  const { uploadId } = parseInput(deleteUploadInput, input);
  await ctx.db.$transaction(async (tx) => {
    const { groupId, fileName } = await findUploadOrThrow(tx, userId, uploadId);
    await lockUploads(tx, [uploadId]);
    const active = { uploadId, status: { in: ["QUEUED" as const, "RUNNING" as const] } };
    if ((await tx.import.count({ where: active })) > 0) throw new ConflictError("upload-in-use");
    await tx.upload.delete({ where: { id: uploadId } });
    await enqueue(ctx.db, tx, { name: "collect-artifacts", payload: {} });
    const event = { chain: groupId, action: "upload.delete", actorId: userId, subjectType: "upload" };
    await appendAuditEvent(tx, { ...event, subjectId: uploadId, data: { fileName } });
  });
}
