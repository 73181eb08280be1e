import { requireWorker } from "../access/require-actor.ts";
import { recordArtifact } from "../artifact/record-artifact.ts";
import type { Context } from "../context.ts";
import { InvalidInputError } from "../errors.ts";
import { parseInput } from "../parse-input.ts";
import { appendRunEventsInput, isFinalRunEvent } from "../schemas.ts";
import { lockClaimedRun } from "./lock-run.ts";

/**
 * Writes what happened, in order, and hears whether the run is to stop. The last event of a run is written by the verb
 * that ends it (`completeRun`, `failRun`, `finishCancelledRun`), never here. Throws ConflictError `claim-lost`.
 */
export async function appendRunEvents(ctx: Context, input: unknown): Promise<{ cancelRequested: boolean }> {
  requireWorker(ctx.actor);
  const { runId, claim, events, artifacts } = parseInput(appendRunEventsInput, input);
  const final = events.find(isFinalRunEvent);
  if (final) throw new InvalidInputError("final-event", { kind: final.kind });
  return await ctx.db.$transaction(async (tx) => {
    const { cancelRequested } = await lockClaimedRun(tx, { runId, claim });
    const started = events.findLast((event) => event.kind === "started");
    await recordArtifact(tx, ...artifacts);
    await tx.runEvent.createMany({ data: events.map((event) => ({ ...event, data: toJson(event.data), runId })) });
    const engine = started ? { engine: started.data.engine } : {};
    await tx.trainingRun.update({ where: { id: runId }, data: { ...engine, heartbeatAt: new Date() } });
    return { cancelRequested };
  });
}

/** Loose objects may carry `undefined`, which JSON has not. */
function toJson(data: object) {
  return JSON.parse(JSON.stringify(data));
}
