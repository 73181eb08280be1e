import { requireUser } from "../access/require-actor.ts";
import { getGroupOrThrow } from "../access/require-scope.ts";
import type { Context } from "../context.ts";
import { parseInput } from "../parse-input.ts";
import { listTasksInput } from "../schemas.ts";
import { taskWithData } from "./find-task.ts";
import { readTaskProgress } from "./task-progress.ts";
import { taskView } from "./task-view.ts";

/** A group's tasks with how far they are: open ones first, then by priority, the newest first. */
export async function listTasks(ctx: Context, input: unknown) {
  const userId = requireUser(ctx.actor);
  const { group: slug } = parseInput(listTasksInput, input);
  const { id: groupId } = await getGroupOrThrow(ctx.db, { userId, slug, scope: "task:read" });
  const tasks = await ctx.db.task.findMany({
    where: { datasetVersion: { dataset: { groupId } } },
    include: taskWithData,
    orderBy: [{ state: "asc" }, { priority: "desc" }, { createdAt: "desc" }, { id: "desc" }],
  });
  const progressOf = await readTaskProgress(ctx.db, { taskIds: tasks.map(({ id }) => id), userId });
  return tasks.map((task) => taskView(task, { userId, progress: progressOf(task.id) }));
}
