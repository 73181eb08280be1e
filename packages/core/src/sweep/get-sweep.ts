import { requireUser } from "../access/require-actor.ts";
import type { Context } from "../context.ts";
import { parseInput } from "../parse-input.ts";
import { runWithResult, showRunWithResult } from "../run/run-with-result.ts";
import { getSweepInput } from "../schemas.ts";
import { findSweepOrThrow } from "./find-sweep.ts";
import { newestAttempts } from "./newest-attempts.ts";

/** A sweep with its runs in order, each with the version that it made; `attempts` counts those tried again too. */
export async function getSweep(ctx: Context, input: unknown) {
  const userId = requireUser(ctx.actor);
  const { sweepId } = parseInput(getSweepInput, input);
  const sweep = await findSweepOrThrow(ctx.db, { userId, sweepId, scope: "run:read" });
  const [runs, attempts, creator] = await Promise.all([
    ctx.db.trainingRun.findMany({ where: { sweepId }, ...newestAttempts, ...runWithResult }),
    ctx.db.trainingRun.count({ where: { sweepId } }),
    ctx.db.user.findUnique({ where: { id: sweep.createdBy }, select: { id: true, name: true } }),
  ]);
  return { ...sweep, creator, attempts, runs: runs.map(showRunWithResult) };
}
