import { requireUser } from "../access/require-actor.ts";
import { appendAuditEvent } from "../audit-log/append-audit-event.ts";
import type { Context } from "../context.ts";
import { ConflictError } from "../errors.ts";
import { parseInput } from "../parse-input.ts";
import { deleteDatasetInput } from "../schemas.ts";
import { findDatasetOrThrow } from "./find-dataset.ts";

/**
 * Deletes a data set with its versions. Its files stay in the store for as long as something else names them.
 *
 * @throws ConflictError `dataset-in-use` when a run or a model was made of it: their results could no longer be checked
 */
export async function deleteDataset(ctx: Context, input: unknown): Promise<void> {
  const userId = requireUser(ctx.actor);
  const { datasetId } = parseInput(deleteDatasetInput, input);
  await ctx.db.$transaction(async (tx) => {
    const { groupId, name } = await findDatasetOrThrow(tx, { userId, datasetId, scope: "dataset:delete" });
    const runs = await tx.trainingRun.count({ where: { datasetVersion: { datasetId } } });
    if (runs > 0) throw new ConflictError("dataset-in-use", { runs });
    const importing = { datasetId, status: { in: ["QUEUED" as const, "RUNNING" as const] } };
    if ((await tx.import.count({ where: importing })) > 0) throw new ConflictError("import-running");
    await tx.dataset.delete({ where: { id: datasetId } });
    const event = { chain: groupId, action: "dataset.delete", actorId: userId, subjectType: "dataset" };
    await appendAuditEvent(tx, { ...event, subjectId: datasetId, data: { name } });
  });
}
