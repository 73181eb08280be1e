import { createUpload, deleteUpload, finishUpload, getUpload, type StoreContext } from "@diaphane/core";
import type { UploadRules } from "./handle-upload.ts";
import { takeOver } from "./take-over.ts";

/** The rules of packages/core, asked in this person's name. */
export function rulesOf(ctx: StoreContext): UploadRules {
  return {
    create: (file) => createUpload(ctx, file),
    async get(uploadId) {
      const upload = await getUpload(ctx, { uploadId });
      return { sizeBytes: upload.sizeBytes, isFinished: upload.finishedAt !== null };
    },
    finish: (uploadId, file) => takeOver(file, ctx.store, (stored) => finishUpload(ctx, { uploadId, ...stored })),
    async remove(uploadId) {
      await deleteUpload(ctx, { uploadId });
    },
  };
}
