import { requireUser } from "../access/require-actor.ts";
import type { Context } from "../context.ts";
import { parseInput } from "../parse-input.ts";
import { listImportedFilesInput } from "../schemas.ts";
import { findImportOrThrow } from "./find-import.ts";

/** A page of what was taken out of an import's DICOM files, file by file in the order in which they came. */
export async function listImportedFiles(ctx: Context, input: unknown) {
  const userId = requireUser(ctx.actor);
  const { importId, afterIndex, limit } = parseInput(listImportedFilesInput, input);
  await findImportOrThrow(ctx.db, { userId, importId, scope: "dataset:read" });
  return await ctx.db.importedFile.findMany({
    where: { importId, index: { gt: afterIndex } },
    orderBy: { index: "asc" },
    take: limit,
  });
}
