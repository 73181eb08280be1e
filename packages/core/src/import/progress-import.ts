import { requireWorker } from "../access/require-actor.ts";
import type { Context } from "../context.ts";
import { parseInput } from "../parse-input.ts";
import { progressImportInput } from "../schemas.ts";
import { lockClaimedImport } from "./find-import.ts";

/** Says how far the import is, and hears whether it is to stop. Throws ConflictError `claim-lost`. */
export async function progressImport(ctx: Context, input: unknown): Promise<{ cancelRequested: boolean }> {
  requireWorker(ctx.actor);
  const { importId, claim, progress, imagesDone } = parseInput(progressImportInput, input);
  return await ctx.db.$transaction(async (tx) => {
    const { cancelRequested } = await lockClaimedImport(tx, { importId, claim });
    const data = { progress, imagesDone, heartbeatAt: new Date() };
    await tx.import.update({ where: { id: importId }, data });
    return { cancelRequested };
  });
}
