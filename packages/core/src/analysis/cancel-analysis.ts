import { requireUser } from "../access/require-actor.ts";
import { appendAuditEvent } from "../audit-log/append-audit-event.ts";
import type { Context } from "../context.ts";
import { ConflictError } from "../errors.ts";
import { parseInput } from "../parse-input.ts";
import { cancelAnalysisInput } from "../schemas.ts";
import { findAnalysisOrThrow, lockAnalysis } from "./find-analysis.ts";

/** Stops an analysis; codes that it made stay. Asking twice is harmless. Throws ConflictError `analysis-finished`. */
export async function cancelAnalysis(ctx: Context, input: unknown): Promise<void> {
  const userId = requireUser(ctx.actor);
  const { analysisId } = parseInput(cancelAnalysisInput, input);
  await ctx.db.$transaction(async (tx) => {
    const { latentSet } = await findAnalysisOrThrow(tx, { userId, analysisId, scope: "analysis:cancel" });
    const { status, cancelRequested } = await lockAnalysis(tx, analysisId);
    if (cancelRequested) return;
    if (status !== "QUEUED" && status !== "RUNNING") throw new ConflictError("analysis-finished");
    const ended = status === "QUEUED" ? { status: "CANCELLED" as const, finishedAt: new Date() } : {};
    await tx.analysis.update({ where: { id: analysisId }, data: { cancelRequested: true, ...ended } });
    const chain = latentSet.modelVersion.model.groupId;
    const event = { chain, action: "analysis.cancel", actorId: userId, subjectType: "analysis" };
    await appendAuditEvent(tx, { ...event, subjectId: analysisId });
  });
}
