import { requireUser } from "../access/require-actor.ts";
import { appendAuditEvent } from "../audit-log/append-audit-event.ts";
import type { Context } from "../context.ts";
import { parseInput } from "../parse-input.ts";
import { publishDatasetInput } from "../schemas.ts";
import { findDatasetOrThrow } from "./find-dataset.ts";

/** Says whether visitors of a released model's lab may see test images of this data set. At first they may not. */
export async function publishDataset(ctx: Context, input: unknown): Promise<void> {
  const userId = requireUser(ctx.actor);
  const { datasetId, isPublic } = parseInput(publishDatasetInput, input);
  await ctx.db.$transaction(async (tx) => {
    const { groupId } = await findDatasetOrThrow(tx, { userId, datasetId, scope: "dataset:publish" });
    await tx.dataset.update({ where: { id: datasetId }, data: { isPublic } });
    const event = { chain: groupId, action: "dataset.publish", actorId: userId, subjectType: "dataset" };
    await appendAuditEvent(tx, { ...event, subjectId: datasetId, data: { isPublic } });
  });
}
