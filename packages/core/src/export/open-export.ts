import { requireUser } from "../access/require-actor.ts";
import type { StoreContext } from "../context.ts";
import { NotFoundError } from "../errors.ts";
import { parseInput } from "../parse-input.ts";
import { openExportInput } from "../schemas.ts";
import { slugify } from "../slugify.ts";
import { findExportableVersionOrThrow } from "./find-export.ts";

/** The file of a finished export, streamed and verified on the way, and what to call it. */
export async function openExport(ctx: StoreContext, input: unknown) {
  const userId = requireUser(ctx.actor);
  const { exportId } = parseInput(openExportInput, input);
  const found = await ctx.db.export.findUnique({ where: { id: exportId } });
  if (!found) throw new NotFoundError("export");
  const { number, dataset } = await findExportableVersionOrThrow(ctx.db, { userId, versionId: found.datasetVersionId });
  if (found.status !== "SUCCEEDED" || found.sha256 === null) throw new NotFoundError("export");
  const ending = found.format === "NPZ" ? "npz" : `${found.format.toLowerCase()}.zip`;
  const fileName = `${slugify(dataset.name)}-v${number}.${ending}`;
  return { ...(await ctx.store.open(found.sha256)), sha256: found.sha256, fileName };
}
