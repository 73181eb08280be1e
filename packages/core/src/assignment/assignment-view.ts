import type { Prisma } from "@diaphane/db";
import { labelValue } from "../schemas.ts";

/** What its annotator needs of an assignment to go on: the newest revision is what the next change is made on. */
export const assignmentWithNewest = {
  id: true,
  taskId: true,
  sampleIndex: true,
  leasedUntil: true,
  doneAt: true,
  labels: {
    orderBy: { sequence: "desc" },
    take: 1,
    select: { sequence: true, operationId: true, value: true, isDone: true },
  },
} as const satisfies Prisma.AssignmentSelect;

/** `newest` is null when nothing has been saved yet; its sequence numbers are from 1. */
export function assignmentView(row: Prisma.AssignmentGetPayload<{ select: typeof assignmentWithNewest }>) {
  const { labels, ...assignment } = row;
  const [newest] = labels;
  return {
    ...assignment,
    newest: newest ? { ...newest, value: labelValue.parse(newest.value) } : null,
  };
}
