import { labelValue } from "@diaphane/core/schemas";
import type { RouterOutputs } from "@/server/routers/index.ts";
import type { QueuedChange } from "../outbox/outbox-store.ts";
import { type Asked, emptyValue } from "./answer-rules.ts";
import type { SessionImage } from "./session.ts";

export type Assignment = RouterOutputs["label"]["take"][number];

/**
 * An image with what its person says of it now: the last change that waits on the device to be sent, else what the server has. A
 * change that was not taken waits for a decision, and counts for nothing until then.
 */
export function sessionImage(assignment: Assignment, waiting: readonly QueuedChange[], asked: Asked): SessionImage {
  const { id: assignmentId, sampleIndex, newest } = assignment;
  const mine = waiting.filter(({ change }) => change.assignmentId === assignmentId);
  const blocked = new Set(mine.filter(({ problem }) => problem !== null).map(({ pageId }) => pageId));
  const last = mine.findLast(({ pageId, change }) => !blocked.has(pageId) && change.sequence > (newest?.sequence ?? 0));
  if (last) return { assignmentId, sampleIndex, ...headOf(last) };
  const { sequence = 0, operationId = null, value = emptyValue(asked), isDone = false } = newest ?? {};
  return { assignmentId, sampleIndex, sequence, operationId, said: { value, isDone } };
}

/** What a change makes of its image. */
export function headOf({ change }: Pick<QueuedChange, "change">): Omit<SessionImage, "assignmentId" | "sampleIndex"> {
  const { sequence, operationId, value, isDone } = change;
  return { sequence, operationId, said: { value: labelValue.parse(value), isDone } };
}
