import { requireWorker } from "../access/require-actor.ts";
import type { Context } from "../context.ts";
import { parseInput } from "../parse-input.ts";
import { progressAnalysisInput } from "../schemas.ts";
import { lockClaimedAnalysis } from "./find-analysis.ts";

/** Says how far the analysis is, and hears whether it is to stop. Throws ConflictError `claim-lost`. */
export async function progressAnalysis(ctx: Context, input: unknown): Promise<{ cancelRequested: boolean }> {
  requireWorker(ctx.actor);
  const { analysisId, claim, progress } = parseInput(progressAnalysisInput, input);
  return await ctx.db.$transaction(async (tx) => {
    const { cancelRequested } = await lockClaimedAnalysis(tx, { analysisId, claim });
    await tx.analysis.update({ where: { id: analysisId }, data: { progress, heartbeatAt: new Date() } });
    return { cancelRequested };
  });
}
