import { requireWorker } from "../access/require-actor.ts";
import type { Context } from "../context.ts";
import { parseInput } from "../parse-input.ts";
import { failExportInput } from "../schemas.ts";
import { lockClaimedExport } from "./find-export.ts";

/** Ends an export without a file, for the reason given. Throws ConflictError `claim-lost`. */
export async function failExport(ctx: Context, input: unknown): Promise<void> {
  requireWorker(ctx.actor);
  const { exportId, claim, code, detail } = parseInput(failExportInput, input);
  await ctx.db.$transaction(async (tx) => {
    await lockClaimedExport(tx, { exportId, claim });
    const ended = { status: "FAILED" as const, claim: null, finishedAt: new Date() };
    await tx.export.update({ where: { id: exportId }, data: { ...ended, errorCode: code, errorDetail: detail } });
  });
}
