import { requireUser } from "../access/require-actor.ts";
import { appendAuditEvent } from "../audit-log/append-audit-event.ts";
import type { Context } from "../context.ts";
import { ConflictError } from "../errors.ts";
import { parseInput } from "../parse-input.ts";
import { cancelRunInput } from "../schemas.ts";
import { findRunOrThrow } from "./find-run.ts";
import { stopRun } from "./stop-run.ts";

/**
 * Stops a run: one that waits at once, one that trains at its worker's next step. Asking twice is harmless.
 *
 * @throws ConflictError `run-finished`
 */
export async function cancelRun(ctx: Context, input: unknown): Promise<void> {
  const userId = requireUser(ctx.actor);
  const { runId } = parseInput(cancelRunInput, input);
  await ctx.db.$transaction(async (tx) => {
    const { model } = await findRunOrThrow(tx, { userId, runId, scope: "run:cancel" });
    const outcome = await stopRun(tx, runId);
    if (outcome === "over") throw new ConflictError("run-finished");
    if (outcome === "stopping-already") return;
    const event = { chain: model.groupId, action: "run.cancel", actorId: userId, subjectType: "run", subjectId: runId };
    await appendAuditEvent(tx, event);
  });
}
