import { requireUser } from "../access/require-actor.ts";
import type { Context } from "../context.ts";
import { parseInput } from "../parse-input.ts";
import { getDatasetVersionInput } from "../schemas.ts";
import { findVersionOrThrow } from "./find-dataset.ts";

/** A version with the attributes of its samples. */
export async function getDatasetVersion(ctx: Context, input: unknown) {
  const userId = requireUser(ctx.actor);
  const { versionId } = parseInput(getDatasetVersionInput, input);
  const { summary: _summary, ...version } = await findVersionOrThrow(ctx.db, userId, versionId);
  const attributes = await ctx.db.attribute.findMany({
    where: { datasetVersionId: versionId },
    select: { name: true, kind: true, values: true },
    orderBy: { name: "asc" },
  });
  return { ...version, attributes };
}
