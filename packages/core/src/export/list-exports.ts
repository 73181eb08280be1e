import { requireUser } from "../access/require-actor.ts";
import type { Context } from "../context.ts";
import { parseInput } from "../parse-input.ts";
import { listExportsInput } from "../schemas.ts";
import { findExportableVersionOrThrow } from "./find-export.ts";

/** The files that there are of a version, or will be. */
export async function listExports(ctx: Context, input: unknown) {
  const userId = requireUser(ctx.actor);
  const { versionId } = parseInput(listExportsInput, input);
  await findExportableVersionOrThrow(ctx.db, { userId, versionId });
  const found = await ctx.db.export.findMany({
    where: { datasetVersionId: versionId },
    omit: { claim: true },
    orderBy: { format: "asc" },
  });
  return found.map((one) => ({ ...one, sizeBytes: one.sizeBytes === null ? null : Number(one.sizeBytes) }));
}
