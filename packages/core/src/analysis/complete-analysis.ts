import { requireWorker } from "../access/require-actor.ts";
import { recordArtifact } from "../artifact/record-artifact.ts";
import { appendAuditEvent } from "../audit-log/append-audit-event.ts";
import type { Context } from "../context.ts";
import { ConflictError } from "../errors.ts";
import { parseInput } from "../parse-input.ts";
import { completeAnalysisInput } from "../schemas.ts";
import { lockClaimedAnalysis } from "./find-analysis.ts";

/** Ends an analysis with what it found. Throws ConflictError `claim-lost`; `cancelled` when it is to stop (then call `failAnalysis`). */
export async function completeAnalysis(ctx: Context, input: unknown): Promise<void> {
  requireWorker(ctx.actor);
  const { analysisId, claim, result } = parseInput(completeAnalysisInput, input);
  await ctx.db.$transaction(async (tx) => {
    const { latentSet, cancelRequested } = await lockClaimedAnalysis(tx, { analysisId, claim });
    if (cancelRequested) throw new ConflictError("cancelled");
    if (result) await recordArtifact(tx, { ...result, kind: "ANALYSIS_RESULT" });
    const resultSha256 = result?.sha256 ?? null;
    const ended = { status: "SUCCEEDED" as const, progress: 1, claim: null, finishedAt: new Date() };
    await tx.analysis.update({ where: { id: analysisId }, data: { ...ended, resultSha256 } });
    const chain = latentSet.modelVersion.model.groupId;
    const event = { chain, action: "analysis.complete", actorId: null, subjectType: "analysis" };
    await appendAuditEvent(tx, { ...event, subjectId: analysisId, data: { resultSha256 } });
  });
}
