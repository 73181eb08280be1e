import { requireUser } from "../access/require-actor.ts";
import { appendAuditEvent } from "../audit-log/append-audit-event.ts";
import type { Context } from "../context.ts";
import { ConflictError } from "../errors.ts";
import { parseInput } from "../parse-input.ts";
import { queueRun } from "../run/queue-run.ts";
import { jsonObject, retrySweepInput } from "../schemas.ts";
import { findSweepOrThrow } from "./find-sweep.ts";
import { newestAttempts } from "./newest-attempts.ts";

/**
 * Queues those of a sweep's runs anew that failed, with the same settings and seed. The failed ones stay as they are.
 *
 * @throws ConflictError `nothing-failed`
 */
export async function retrySweep(ctx: Context, input: unknown): Promise<{ runIds: string[] }> {
  const userId = requireUser(ctx.actor);
  const { sweepId } = parseInput(retrySweepInput, input);
  return await ctx.db.$transaction(async (tx) => {
    const { model } = await findSweepOrThrow(tx, { userId, sweepId, scope: "run:create" });
    // Whoever asks at the same time waits here, and then finds nothing that failed.
    await tx.$executeRaw`SELECT id FROM sweeps WHERE id = ${sweepId} FOR UPDATE`;
    const newest = await tx.trainingRun.findMany({ where: { sweepId }, ...newestAttempts });
    const failed = newest.filter(({ status }) => status === "FAILED");
    if (failed.length === 0) throw new ConflictError("nothing-failed");
    const runIds: string[] = [];
    for (const { modelId, datasetVersionId, config, seed, sweepPosition } of failed) {
      const run = { modelId, datasetVersionId, config: jsonObject.parse(config), seed, createdBy: userId, sweepId };
      runIds.push(await queueRun(ctx.db, tx, { ...run, ...(sweepPosition === null ? {} : { sweepPosition }) }));
    }
    const event = { chain: model.groupId, actorId: userId, subjectType: "sweep", subjectId: sweepId };
    await appendAuditEvent(tx, { ...event, action: "sweep.retry", data: { runIds } });
    return { runIds };
  });
}
