import { requireUser } from "../access/require-actor.ts";
import type { Context } from "../context.ts";
import { findVersionOrThrow } from "../dataset/find-dataset.ts";
import { parseInput } from "../parse-input.ts";
import { listDerivedAttributesInput } from "../schemas.ts";

/** What was seen in slices of reports over a data set version, by whom and in which report, oldest first. */
export async function listDerivedAttributes(ctx: Context, input: unknown) {
  const userId = requireUser(ctx.actor);
  const { versionId } = parseInput(listDerivedAttributesInput, input);
  await findVersionOrThrow(ctx.db, userId, versionId);
  return await ctx.db.derivedAttribute.findMany({
    where: { datasetVersionId: versionId, removedAt: null },
    omit: { members: true },
    include: { author: { select: { id: true, name: true } } },
    orderBy: [{ namedAt: "asc" }, { id: "asc" }],
  });
}
