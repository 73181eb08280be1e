import { requireWorker } from "../access/require-actor.ts";
import { appendAuditEvent } from "../audit-log/append-audit-event.ts";
import type { Context } from "../context.ts";
import { parseInput } from "../parse-input.ts";
import { failImportInput } from "../schemas.ts";
import { lockClaimedImport } from "./find-import.ts";

/**
 * Ends an import without a version: cancelled if that was asked for, else failed for the reason given. Throws
 * ConflictError `claim-lost`.
 */
export async function failImport(ctx: Context, input: unknown): Promise<void> {
  requireWorker(ctx.actor);
  const { importId, claim, code, detail } = parseInput(failImportInput, input);
  await ctx.db.$transaction(async (tx) => {
    const { dataset, cancelRequested } = await lockClaimedImport(tx, { importId, claim });
    const finished = { claim: null, finishedAt: new Date() };
    if (cancelRequested) {
      await tx.import.update({ where: { id: importId }, data: { ...finished, status: "CANCELLED" } });
      return;
    }
    const data = { ...finished, status: "FAILED" as const, errorCode: code, errorDetail: detail };
    await tx.import.update({ where: { id: importId }, data });
    const event = { chain: dataset.groupId, action: "import.fail", actorId: null, subjectType: "import" };
    await appendAuditEvent(tx, { ...event, subjectId: importId, data: { code } });
  });
}
