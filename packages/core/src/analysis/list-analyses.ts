import { requireUser } from "../access/require-actor.ts";
import { requireScope } from "../access/require-scope.ts";
import type { Context } from "../context.ts";
import { findModelVersionOrThrow } from "../model/find-model-version.ts";
import { parseInput } from "../parse-input.ts";
import { listAnalysesInput } from "../schemas.ts";

/** Analyses of a model version, newest first. */
export async function listAnalyses(ctx: Context, input: unknown) {
  const userId = requireUser(ctx.actor);
  const { modelVersionId, kind } = parseInput(listAnalysesInput, input);
  const { model } = await findModelVersionOrThrow(ctx.db, ctx.actor, modelVersionId);
  const asked = { userId, groupId: model.groupId, scope: "analysis:read", entity: "model-version" } as const;
  await requireScope(ctx.db, asked);
  const datasetVersion = { select: { id: true, number: true, dataset: { select: { name: true } } } } as const;
  return await ctx.db.analysis.findMany({
    where: { latentSet: { modelVersionId }, ...(kind === undefined ? {} : { kind }) },
    omit: { claim: true },
    include: { latentSet: { select: { datasetVersion } } },
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
    take: 200,
  });
}
