import { requireUser } from "../access/require-actor.ts";
import { requireScope } from "../access/require-scope.ts";
import type { Context } from "../context.ts";
import { findModelVersionOrThrow } from "../model/find-model-version.ts";
import { parseInput } from "../parse-input.ts";
import { listLatentSetsInput } from "../schemas.ts";

/** The data set versions that have codes under a model version, and whether they have them all. */
export async function listLatentSets(ctx: Context, input: unknown) {
  const userId = requireUser(ctx.actor);
  const { modelVersionId } = parseInput(listLatentSetsInput, input);
  const { model } = await findModelVersionOrThrow(ctx.db, ctx.actor, modelVersionId);
  const asked = { userId, groupId: model.groupId, scope: "analysis:read", entity: "model-version" } as const;
  await requireScope(ctx.db, asked);
  return await ctx.db.latentSet.findMany({
    where: { modelVersionId },
    include: { datasetVersion: { select: { number: true, imageCount: true, dataset: { select: { name: true } } } } },
    orderBy: { createdAt: "asc" },
  });
}
