import { requireUser } from "../access/require-actor.ts";
import type { Context } from "../context.ts";
import { parseInput } from "../parse-input.ts";
import { listAssignmentsInput } from "../schemas.ts";
import { findTaskOrThrow } from "../task/find-task.ts";
import { assignmentView, assignmentWithNewest } from "./assignment-view.ts";

/** What whoever asks has finished in a task, the newest first. */
export async function listAssignments(ctx: Context, input: unknown) {
  const userId = requireUser(ctx.actor);
  const { taskId, beforeAssignmentId, limit } = parseInput(listAssignmentsInput, input);
  await findTaskOrThrow(ctx.db, { userId, taskId, scope: "label:write" });
  const rows = await ctx.db.assignment.findMany({
    where: { taskId, annotatorId: userId, doneAt: { not: null } },
    select: assignmentWithNewest,
    orderBy: [{ doneAt: "desc" }, { id: "desc" }],
    ...(beforeAssignmentId === undefined ? {} : { cursor: { id: beforeAssignmentId }, skip: 1 }),
    take: limit,
  });
  return rows.map(assignmentView);
}
