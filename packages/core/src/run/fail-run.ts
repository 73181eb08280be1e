import { requireWorker } from "../access/require-actor.ts";
import { appendAuditEvent } from "../audit-log/append-audit-event.ts";
import type { Context } from "../context.ts";
import { parseInput } from "../parse-input.ts";
import { failRunInput } from "../schemas.ts";
import { endRun, lockClaimedRun } from "./lock-run.ts";

/** Ends a run that can't go on, with the reason. Throws ConflictError `claim-lost`. */
export async function failRun(ctx: Context, input: unknown): Promise<void> {
  requireWorker(ctx.actor);
  const { runId, claim, step, code, detail } = parseInput(failRunInput, input);
  await ctx.db.$transaction(async (tx) => {
    const { modelId } = await lockClaimedRun(tx, { runId, claim });
    const event = { kind: "failed" as const, step, data: { code, detail } };
    await endRun(tx, runId, { status: "FAILED", event, data: { errorCode: code, errorDetail: detail } });
    const { groupId } = await tx.model.findUniqueOrThrow({ where: { id: modelId }, select: { groupId: true } });
    const said = { chain: groupId, action: "run.fail", actorId: null, subjectType: "run", subjectId: runId };
    await appendAuditEvent(tx, { ...said, data: { code } });
  });
}
