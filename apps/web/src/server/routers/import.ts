import { cancelImport, getImport, importDataset, listImportedFiles, listImports } from "@diaphane/core";
import {
  cancelImportInput,
  getImportInput,
  importDatasetInput,
  listImportedFilesInput,
  listImportsInput,
} from "@diaphane/core/schemas";
import { tracked } from "@trpc/server";
import { z } from "zod";
import { followChanges } from "../follow-changes.ts";
import { router, userProcedure } from "../trpc.ts";

const finished: readonly string[] = ["SUCCEEDED", "FAILED", "CANCELLED"];

export const importRouter = router({
  list: userProcedure.input(listImportsInput).query(({ ctx, input }) => listImports(ctx, input)),
  start: userProcedure.input(importDatasetInput).mutation(({ ctx, input }) => importDataset(ctx, input)),
  cancel: userProcedure.input(cancelImportInput).mutation(({ ctx, input }) => cancelImport(ctx, input)),
  get: userProcedure.input(getImportInput).query(({ ctx, input }) => getImport(ctx, input)),
  /** A page of its DICOM files; the cursor is the last of the page before. */
  files: userProcedure
    .input(listImportedFilesInput.omit({ afterIndex: true }).extend({ cursor: z.int().min(-1).default(-1) }))
    .query(({ ctx, input: { cursor: afterIndex, ...input } }) => listImportedFiles(ctx, { ...input, afterIndex })),
  /** The import now, and again whenever it changes, until it is over. The actor's role is asked for at every look. */
  progress: userProcedure
    .input(getImportInput.extend({ lastEventId: z.string().nullish() }))
    .subscription(async function* ({ ctx, input, signal }) {
      const { importId } = input;
      const states = followChanges({
        read: () => getImport(ctx, { importId }),
        isLast: (job) => finished.includes(job.status),
        signal,
      });
      for await (const { id, value } of states) yield tracked(id, value);
    }),
});
