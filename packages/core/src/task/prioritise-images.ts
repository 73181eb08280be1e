import { requireUser } from "../access/require-actor.ts";
import { appendAuditEvent } from "../audit-log/append-audit-event.ts";
import type { Context } from "../context.ts";
import { NotFoundError } from "../errors.ts";
import { parseInput } from "../parse-input.ts";
import { prioritiseImagesInput } from "../schemas.ts";
import { findTaskOrThrow } from "./find-task.ts";

/**
 * Has some images of a task handed out before the others, or after them.
 *
 * @throws NotFoundError when the task does not ask about one of them
 */
export async function prioritiseImages(ctx: Context, input: unknown): Promise<void> {
  const userId = requireUser(ctx.actor);
  const { taskId, sampleIndices, priority } = parseInput(prioritiseImagesInput, input);
  const wanted = [...new Set(sampleIndices)];
  await ctx.db.$transaction(async (tx) => {
    const { groupId } = await findTaskOrThrow(tx, { userId, taskId, scope: "task:create" });
    // In the order in which handing out locks them, so that neither waits for the other for ever.
    await tx.$executeRaw`
      SELECT sample_index FROM task_images WHERE task_id = ${taskId} AND sample_index = ANY (${wanted}::int[])
      ORDER BY sample_index FOR UPDATE`;
    const where = { taskId, sampleIndex: { in: wanted } };
    const { count } = await tx.taskImage.updateMany({ where, data: { priority } });
    if (count < wanted.length) throw new NotFoundError("task-image");
    const event = {
      chain: groupId,
      action: "task.prioritise",
      actorId: userId,
      subjectType: "task",
      subjectId: taskId,
    };
    await appendAuditEvent(tx, { ...event, data: { images: count, priority } });
  });
}
