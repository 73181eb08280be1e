import { requireUser } from "../access/require-actor.ts";
import type { Context } from "../context.ts";
import { parseInput } from "../parse-input.ts";
import { getTaskInput } from "../schemas.ts";
import { findTaskOrThrow } from "./find-task.ts";
import { readTaskProgress } from "./task-progress.ts";
import { taskView } from "./task-view.ts";

/** What is asked, of which images, and how far it is. */
export async function getTask(ctx: Context, input: unknown) {
  const userId = requireUser(ctx.actor);
  const { taskId } = parseInput(getTaskInput, input);
  const { groupId: _groupId, ...task } = await findTaskOrThrow(ctx.db, { userId, taskId, scope: "task:read" });
  const progressOf = await readTaskProgress(ctx.db, { taskIds: [taskId], userId });
  return taskView(task, { userId, progress: progressOf(taskId) });
}
