import { requireUser } from "../access/require-actor.ts";
import type { Context } from "../context.ts";
import { parseInput } from "../parse-input.ts";
import { getAnalysisInput } from "../schemas.ts";
import { findAnalysisOrThrow } from "./find-analysis.ts";
import { latentSetWithNames } from "./latent-set-with-names.ts";

/** An analysis: how far it is, and how it ended. */
export async function getAnalysis(ctx: Context, input: unknown) {
  const userId = requireUser(ctx.actor);
  const { analysisId } = parseInput(getAnalysisInput, input);
  const asked = { userId, analysisId, scope: "analysis:read" } as const;
  const { claim: _secret, latentSet, ...found } = await findAnalysisOrThrow(ctx.db, asked);
  const { modelVersionId, datasetVersionId } = latentSet;
  const named = await ctx.db.latentSet.findUniqueOrThrow({ where: { id: latentSet.id }, ...latentSetWithNames });
  return { ...found, modelVersionId, datasetVersionId, latentSet: named };
}
