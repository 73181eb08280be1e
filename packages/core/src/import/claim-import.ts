import { randomUUID } from "node:crypto";
import { requireWorker } from "../access/require-actor.ts";
import type { Context } from "../context.ts";
import { parseInput } from "../parse-input.ts";
import { claimImportInput, importSource } from "../schemas.ts";
import { lockImport } from "./find-import.ts";

/**
 * Takes an import off the queue, or over from a worker that died: it starts anew. Null: there is nothing to do.
 *
 * @returns the import's parsed `source`, its `upload` and the data set's `secret` (null for synthetic data) and the `claim` that every later write of
 *   this worker must carry
 */
export async function claimImport(ctx: Context, input: unknown) {
  requireWorker(ctx.actor);
  const { importId } = parseInput(claimImportInput, input);
  return await ctx.db.$transaction(async (tx) => {
    const found = await lockImport(tx, importId);
    if (found.status !== "QUEUED" && found.status !== "RUNNING") return null;
    const now = new Date();
    if (found.cancelRequested) {
      await tx.import.update({ where: { id: importId }, data: { status: "CANCELLED", finishedAt: now, claim: null } });
      return null;
    }
    const claim = randomUUID();
    const restarted = { progress: 0, imagesDone: 0, startedAt: found.startedAt ?? now, heartbeatAt: now };
    const claimed = await tx.import.update({
      where: { id: importId },
      data: { claim, status: "RUNNING", ...restarted },
      include: { dataset: { include: { secret: true } }, upload: { select: { fileName: true, sha256: true } } },
    });
    const { secret, ...dataset } = claimed.dataset;
    return { ...claimed, dataset, claim, source: importSource.parse(claimed.source), secret: secret?.secret ?? null };
  });
}
