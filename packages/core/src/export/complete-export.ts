import { requireWorker } from "../access/require-actor.ts";
import { recordArtifact } from "../artifact/record-artifact.ts";
import type { Context } from "../context.ts";
import { parseInput } from "../parse-input.ts";
import { completeExportInput } from "../schemas.ts";
import { lockClaimedExport } from "./find-export.ts";

/** Ends an export with the file that it wrote, which is in the store already. Throws ConflictError `claim-lost`. */
export async function completeExport(ctx: Context, input: unknown): Promise<void> {
  requireWorker(ctx.actor);
  const { exportId, claim, sha256, sizeBytes } = parseInput(completeExportInput, input);
  await ctx.db.$transaction(async (tx) => {
    await lockClaimedExport(tx, { exportId, claim });
    await recordArtifact(tx, { sha256, sizeBytes, kind: "EXPORT" });
    const ended = { status: "SUCCEEDED" as const, claim: null, finishedAt: new Date() };
    await tx.export.update({ where: { id: exportId }, data: { ...ended, sha256, sizeBytes } });
  });
}
