import type { Prisma, Transaction } from "@diaphane/db";
import { memberOf } from "../access/member-of.ts";
import { requireScope } from "../access/require-scope.ts";
import { ForbiddenError, NotFoundError } from "../errors.ts";
import type { Scope } from "../permissions/index.ts";

/** What pages say of a task besides its own columns. */
export const taskWithData = {
  annotators: { select: { user: { select: { id: true, name: true } } }, orderBy: { user: { name: "asc" } } },
  datasetVersion: {
    select: {
      ...{ id: true, number: true, imageCount: true, height: true, width: true, channels: true },
      dataset: { select: { id: true, name: true, groupId: true } },
    },
  },
} as const satisfies Prisma.TaskInclude;

/** A task of one of the user's groups in which the user has `scope`. Throws like `requireScope`. */
export async function findTaskOrThrow(tx: Transaction, asked: { userId: string; taskId: string; scope: Scope }) {
  const { userId, taskId, scope } = asked;
  const task = await tx.task.findFirst({
    where: { id: taskId, datasetVersion: { dataset: { group: memberOf(userId) } } },
    include: taskWithData,
  });
  if (!task) throw new NotFoundError("task");
  const { groupId } = task.datasetVersion.dataset;
  await requireScope(tx, { userId, groupId, scope, entity: "task" });
  return { ...task, groupId };
}

/** Whether a task is for that person: it names them, or nobody. */
export function isForAnnotator(task: { annotators: readonly { user: { id: string } }[] }, userId: string): boolean {
  return task.annotators.length === 0 || task.annotators.some(({ user }) => user.id === userId);
}

/** @throws ForbiddenError `not-your-task` when others were chosen to label it */
export function requireAnnotator(task: Parameters<typeof isForAnnotator>[0], userId: string): void {
  if (!isForAnnotator(task, userId)) throw new ForbiddenError("not-your-task");
}
