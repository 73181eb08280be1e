import { requireUser } from "../access/require-actor.ts";
import { recordArtifact } from "../artifact/record-artifact.ts";
import { appendAuditEvent } from "../audit-log/append-audit-event.ts";
import type { Context } from "../context.ts";
import { ConflictError } from "../errors.ts";
import { parseInput } from "../parse-input.ts";
import { finishUploadInput } from "../schemas.ts";
import { findUploadOrThrow } from "./find-upload.ts";

/**
 * Records that the whole file is in the store, by the hash that the store gave it. Saying so twice is harmless.
 *
 * @throws ConflictError `upload-size` when the file is not as long as announced, `upload-finished` when it was another
 */
export async function finishUpload(ctx: Context, input: unknown): Promise<void> {
  const userId = requireUser(ctx.actor);
  const { uploadId, sha256, sizeBytes } = parseInput(finishUploadInput, input);
  await ctx.db.$transaction(async (tx) => {
    const upload = await findUploadOrThrow(tx, userId, uploadId);
    if (upload.sha256 === sha256) return;
    if (upload.finishedAt) throw new ConflictError("upload-finished");
    if (upload.sizeBytes !== BigInt(sizeBytes)) {
      throw new ConflictError("upload-size", { expected: Number(upload.sizeBytes), found: sizeBytes });
    }
    await recordArtifact(tx, { sha256, sizeBytes, kind: "UPLOAD" });
    await tx.upload.update({ where: { id: uploadId }, data: { sha256, finishedAt: new Date() } });
    const event = { chain: upload.groupId, action: "upload.finish", actorId: userId, subjectType: "upload" };
    await appendAuditEvent(tx, { ...event, subjectId: uploadId, data: { sha256 } });
  });
}
