import { requireWorker } from "../access/require-actor.ts";
import type { Context } from "../context.ts";
import { parseInput } from "../parse-input.ts";
import { heartbeatRunInput } from "../schemas.ts";
import { lockClaimedRun } from "./lock-run.ts";

/** Says that the worker lives, and hears whether the run is to stop. Throws ConflictError `claim-lost`. */
export async function heartbeatRun(ctx: Context, input: unknown): Promise<{ cancelRequested: boolean }> {
  requireWorker(ctx.actor);
  const { runId, claim } = parseInput(heartbeatRunInput, input);
  return await ctx.db.$transaction(async (tx) => {
    const { cancelRequested } = await lockClaimedRun(tx, { runId, claim });
    await tx.trainingRun.update({ where: { id: runId }, data: { heartbeatAt: new Date() } });
    return { cancelRequested };
  });
}
