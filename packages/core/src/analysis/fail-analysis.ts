import { requireWorker } from "../access/require-actor.ts";
import { appendAuditEvent } from "../audit-log/append-audit-event.ts";
import type { Context } from "../context.ts";
import { parseInput } from "../parse-input.ts";
import { failAnalysisInput } from "../schemas.ts";
import { lockClaimedAnalysis } from "./find-analysis.ts";

/**
 * Ends an analysis without a result: cancelled if that was asked for, else failed for the reason given. The codes that it
 * made stay. Throws ConflictError `claim-lost`.
 */
export async function failAnalysis(ctx: Context, input: unknown): Promise<void> {
  requireWorker(ctx.actor);
  const { analysisId, claim, code, detail } = parseInput(failAnalysisInput, input);
  await ctx.db.$transaction(async (tx) => {
    const { latentSet, cancelRequested } = await lockClaimedAnalysis(tx, { analysisId, claim });
    const finished = { claim: null, finishedAt: new Date() };
    if (cancelRequested) {
      await tx.analysis.update({ where: { id: analysisId }, data: { ...finished, status: "CANCELLED" } });
      return;
    }
    const data = { ...finished, status: "FAILED" as const, errorCode: code, errorDetail: detail };
    await tx.analysis.update({ where: { id: analysisId }, data });
    const chain = latentSet.modelVersion.model.groupId;
    const event = { chain, action: "analysis.fail", actorId: null, subjectType: "analysis" };
    await appendAuditEvent(tx, { ...event, subjectId: analysisId, data: { code } });
  });
}
