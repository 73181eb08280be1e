import { requireUser } from "../access/require-actor.ts";
import { appendAuditEvent } from "../audit-log/append-audit-event.ts";
import type { Context } from "../context.ts";
import { ConflictError } from "../errors.ts";
import { parseInput } from "../parse-input.ts";
import { cancelImportInput } from "../schemas.ts";
import { findImportOrThrow, lockImport } from "./find-import.ts";

/** Stops an import; nothing of it stays. Asking twice is harmless. Throws ConflictError `import-finished`. */
export async function cancelImport(ctx: Context, input: unknown): Promise<void> {
  const userId = requireUser(ctx.actor);
  const { importId } = parseInput(cancelImportInput, input);
  await ctx.db.$transaction(async (tx) => {
    const { dataset } = await findImportOrThrow(tx, { userId, importId, scope: "dataset:import" });
    const { status, cancelRequested } = await lockImport(tx, importId);
    if (cancelRequested) return;
    if (status !== "QUEUED" && status !== "RUNNING") throw new ConflictError("import-finished");
    const ended = status === "QUEUED" ? { status: "CANCELLED" as const, finishedAt: new Date() } : {};
    await tx.import.update({ where: { id: importId }, data: { cancelRequested: true, ...ended } });
    const event = { chain: dataset.groupId, action: "import.cancel", actorId: userId, subjectType: "import" };
    await appendAuditEvent(tx, { ...event, subjectId: importId });
  });
}
