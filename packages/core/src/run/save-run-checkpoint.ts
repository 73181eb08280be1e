import { Prisma } from "@diaphane/db";
import { requireWorker } from "../access/require-actor.ts";
import { recordArtifact } from "../artifact/record-artifact.ts";
import { removeUnreferenced } from "../artifact/remove-unreferenced.ts";
import type { StoreContext } from "../context.ts";
import { parseInput } from "../parse-input.ts";
import { saveRunCheckpointInput } from "../schemas.ts";
import { lockClaimedRun } from "./lock-run.ts";

/** Another run of the same seed and data stores the same bytes, and refers to them a moment later. */
const keptForMinutes = 1;
const atOnce = 100;

/**
 * From here the run resumes if its worker dies. Those before are deleted as soon as they are a minute old; a run makes
 * too many for them to wait for `collectArtifacts`. Throws ConflictError `claim-lost`.
 */
export async function saveRunCheckpoint(ctx: StoreContext, input: unknown): Promise<void> {
  requireWorker(ctx.actor);
  const { runId, claim, step, sha256, sizeBytes } = parseInput(saveRunCheckpointInput, input);
  await ctx.db.$transaction(async (tx) => {
    await lockClaimedRun(tx, { runId, claim });
    await recordArtifact(tx, { sha256, sizeBytes, kind: "CHECKPOINT" });
    const heartbeatAt = new Date();
    await tx.trainingRun.update({ where: { id: runId }, data: { checkpointSha256: sha256, heartbeatAt } });
    await tx.runEvent.create({ data: { runId, kind: "checkpoint", step, data: { sha256 } } });
  });
  // Only now: a file that was deleted does not come back when a transaction fails.
  await ctx.db.$transaction(async (tx) => {
    const which = Prisma.sql`
      artifact.kind = 'CHECKPOINT'
      AND artifact.stored_at < (now() AT TIME ZONE 'UTC') - ${keptForMinutes}::int * interval '1 minute'
      AND artifact.sha256 IN (SELECT data ->> 'sha256' FROM run_events WHERE run_id = ${runId} AND kind = 'checkpoint')`;
    await removeUnreferenced(tx, ctx.store, { which, limit: atOnce });
  });
}
