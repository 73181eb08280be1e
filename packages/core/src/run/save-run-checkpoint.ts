import { requireWorker } from "../access/require-actor.ts";
import { recordArtifact } from "../artifact/record-artifact.ts";
import type { Context } from "../context.ts";
import { parseInput } from "../parse-input.ts";
import { saveRunCheckpointInput } from "../schemas.ts";
import { lockClaimedRun } from "./lock-run.ts";

/**
 * From here the run resumes if its worker dies. The one before is forgotten, and named in the answer so that the worker
 * can delete it from the store (null: nobody else's checkpoint either). Throws ConflictError `claim-lost`.
 */
export async function saveRunCheckpoint(ctx: Context, input: unknown): Promise<{ obsoleteSha256: string | null }> {
  requireWorker(ctx.actor);
  const { runId, claim, step, sha256, sizeBytes } = parseInput(saveRunCheckpointInput, input);
  return await ctx.db.$transaction(async (tx) => {
    const { checkpointSha256: before } = await lockClaimedRun(tx, { runId, claim });
    await recordArtifact(tx, { sha256, sizeBytes, kind: "CHECKPOINT" });
    const heartbeatAt = new Date();
    await tx.trainingRun.update({ where: { id: runId }, data: { checkpointSha256: sha256, heartbeatAt } });
    await tx.runEvent.create({ data: { runId, kind: "checkpoint", step, data: { sha256 } } });
    if (before === null || before === sha256) return { obsoleteSha256: null };
    const others = await tx.trainingRun.count({ where: { checkpointSha256: before } });
    if (others > 0) return { obsoleteSha256: null };
    // Only as a checkpoint: the same bytes under another kind belong to somebody else.
    const { count } = await tx.artifact.deleteMany({ where: { sha256: before, kind: "CHECKPOINT" } });
    return { obsoleteSha256: count > 0 ? before : null };
  });
}
