import { Prisma } from "@diaphane/db";
import { requireWorker } from "../access/require-actor.ts";
import { recordArtifact } from "../artifact/record-artifact.ts";
import { removeUnreferenced } from "../artifact/remove-unreferenced.ts";
import { appendAuditEvent } from "../audit-log/append-audit-event.ts";
import type { StoreContext } from "../context.ts";
import { ConflictError } from "../errors.ts";
import { parseInput } from "../parse-input.ts";
import { replaceUploadInput } from "../schemas.ts";
import { lockUploads } from "../upload/find-upload.ts";
import { lockClaimedImport } from "./find-import.ts";

const timeoutMs = 5 * 60_000;

/**
 * Puts the de-identified files of an import in the place of its upload, and deletes what was uploaded from the store, at once: unless another
 * upload has the same content, whose import does it then.
 *
 * @throws ConflictError `claim-lost`; `upload-unfinished` when the upload is gone
 */
export async function replaceUpload(ctx: StoreContext, input: unknown): Promise<void> {
  requireWorker(ctx.actor);
  const { importId, claim, sha256, sizeBytes, files } = parseInput(replaceUploadInput, input);
  await ctx.db.$transaction(
    async (tx) => {
      const { dataset, uploadId } = await lockClaimedImport(tx, { importId, claim });
      await lockUploads(tx, uploadId === null ? [] : [uploadId]);
      const upload = uploadId === null ? null : await tx.upload.findUnique({ where: { id: uploadId } });
      if (!upload?.sha256) throw new ConflictError("upload-unfinished");
      await recordArtifact(tx, { sha256, sizeBytes, kind: "UPLOAD" });
      await tx.upload.update({ where: { id: upload.id }, data: { sha256, sizeBytes } });
      // A worker that died may have got this far before.
      await tx.importedFile.deleteMany({ where: { importId } });
      await tx.importedFile.createMany({ data: files.map((file, index) => ({ importId, index, ...file })) });
      if (upload.sha256 !== sha256) {
        await removeUnreferenced(tx, ctx.store, { which: Prisma.sql`artifact.sha256 = ${upload.sha256}`, limit: 1 });
      }
      const event = { chain: dataset.groupId, action: "upload.deidentify", actorId: null, subjectType: "upload" };
      const kept = files.filter(({ name }) => name !== null).length;
      await appendAuditEvent(tx, { ...event, subjectId: upload.id, data: { importId, files: files.length, kept } });
    },
    { timeout: timeoutMs },
  );
}
