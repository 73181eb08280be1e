import type { Transaction } from "@diaphane/db";
import { memberOf } from "../access/member-of.ts";
import { requireScope } from "../access/require-scope.ts";
import { NotFoundError } from "../errors.ts";

const withTask = { include: { task: { include: { datasetVersion: { include: { dataset: true } } } } } } as const;

/**
 * An assignment, for the person whose it is (who needs `label:write`) and for whoever reads everybody's labels (`label:read`). Throws
 * like `requireScope`.
 */
export async function findAssignmentOrThrow(tx: Transaction, asked: { userId: string; assignmentId: string }) {
  const { userId, assignmentId } = asked;
  const assignment = await tx.assignment.findFirst({
    where: { id: assignmentId, task: { datasetVersion: { dataset: { group: memberOf(userId) } } } },
    ...withTask,
  });
  if (!assignment) throw new NotFoundError("assignment");
  const { groupId } = assignment.task.datasetVersion.dataset;
  const isOwn = assignment.annotatorId === userId;
  const scope = isOwn ? "label:write" : "label:read";
  await requireScope(tx, { userId, groupId, scope, entity: "assignment" });
  return { ...assignment, groupId, isOwn };
}

/** The person's own, and nobody else's. Throws like `requireScope`. */
export async function findOwnAssignmentOrThrow(tx: Transaction, asked: { userId: string; assignmentId: string }) {
  const { userId, assignmentId } = asked;
  const where = { id: assignmentId, annotatorId: userId };
  if ((await tx.assignment.count({ where })) === 0) throw new NotFoundError("assignment");
  return await findAssignmentOrThrow(tx, asked);
}
