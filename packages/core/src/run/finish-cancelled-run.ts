import { requireWorker } from "../access/require-actor.ts";
import type { Context } from "../context.ts";
import { parseInput } from "../parse-input.ts";
import { finishCancelledRunInput } from "../schemas.ts";
import { endRun, lockClaimedRun } from "./lock-run.ts";

/** The worker has stopped, as was asked (and logged) by `cancelRun`. Throws ConflictError `claim-lost`. */
export async function finishCancelledRun(ctx: Context, input: unknown): Promise<void> {
  requireWorker(ctx.actor);
  const { runId, claim, step } = parseInput(finishCancelledRunInput, input);
  await ctx.db.$transaction(async (tx) => {
    await lockClaimedRun(tx, { runId, claim });
    await endRun(tx, runId, { status: "CANCELLED", event: { kind: "cancelled", step } });
  });
}
