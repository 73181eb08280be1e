import { requireUser } from "../access/require-actor.ts";
import { appendAuditEvent } from "../audit-log/append-audit-event.ts";
import type { Context } from "../context.ts";
import { ConflictError } from "../errors.ts";
import { parseInput } from "../parse-input.ts";
import { stopRun } from "../run/stop-run.ts";
import { cancelSweepInput } from "../schemas.ts";
import { findSweepOrThrow } from "./find-sweep.ts";

/**
 * Stops all of a sweep's runs that wait or train; what has ended stays. Asking twice is harmless.
 *
 * @throws ConflictError `sweep-finished` when none was left to stop
 */
export async function cancelSweep(ctx: Context, input: unknown): Promise<{ stopped: number }> {
  const userId = requireUser(ctx.actor);
  const { sweepId } = parseInput(cancelSweepInput, input);
  return await ctx.db.$transaction(async (tx) => {
    const { model } = await findSweepOrThrow(tx, { userId, sweepId, scope: "run:cancel" });
    // In one order, so that two who cancel at once wait for each other instead of blocking each other.
    const runs = await tx.trainingRun.findMany({ where: { sweepId }, select: { id: true }, orderBy: { id: "asc" } });
    const runIds: string[] = [];
    let isStopping = false;
    for (const { id } of runs) {
      const outcome = await stopRun(tx, id);
      if (outcome === "stopped") runIds.push(id);
      isStopping ||= outcome === "stopping-already";
    }
    if (runIds.length === 0 && !isStopping) throw new ConflictError("sweep-finished");
    if (runIds.length > 0) {
      const event = { chain: model.groupId, actorId: userId, subjectType: "sweep", subjectId: sweepId };
      await appendAuditEvent(tx, { ...event, action: "sweep.cancel", data: { runIds } });
    }
    return { stopped: runIds.length };
  });
}
