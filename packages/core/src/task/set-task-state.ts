import { requireUser } from "../access/require-actor.ts";
import { appendAuditEvent } from "../audit-log/append-audit-event.ts";
import type { Context } from "../context.ts";
import { parseInput } from "../parse-input.ts";
import { setTaskStateInput } from "../schemas.ts";
import { findTaskOrThrow } from "./find-task.ts";

/** Closes a task, which hands out no more images then, or opens it again. */
export async function setTaskState(ctx: Context, input: unknown): Promise<void> {
  const userId = requireUser(ctx.actor);
  const { taskId, state } = parseInput(setTaskStateInput, input);
  await ctx.db.$transaction(async (tx) => {
    const { groupId } = await findTaskOrThrow(tx, { userId, taskId, scope: "task:create" });
    await tx.task.update({ where: { id: taskId }, data: { state } });
    const event = { chain: groupId, action: "task.set-state", actorId: userId, subjectType: "task", subjectId: taskId };
    await appendAuditEvent(tx, { ...event, data: { state } });
  });
}
