import type { LabelChange, OutboxStore, QueuedChange } from "./outbox-store.ts";

/** What the server's answer to a change means for it. */
export type SendFailure =
  /** Nobody answered, or not as a server that works does. */
  | { kind: "unreachable" }
  | { kind: "signed-out" }
  /** A change before it has not come. */
  | { kind: "gap" }
  | { kind: "conflict" }
  | { kind: "refused"; code: string };

export type Connection = "ok" | "unreachable" | "signed-out";

/**
 * Sends all that waits of one person, in order, and takes out what has arrived. What was refused stays, with the reason, and so does
 * what the same page built on it; the changes of other images and pages go on.
 *
 * @param send rejects as `failureOf` understands
 * @returns why it stopped before the end, or "ok"
 */
export async function sendChanges(
  store: OutboxStore,
  userId: string,
  { send, failureOf }: { send: (change: LabelChange) => Promise<unknown>; failureOf: (error: unknown) => SendFailure },
): Promise<Connection> {
  const blocked = new Set<string>();
  for (const queued of await store.list(userId)) {
    const line = lineOf(queued);
    if (queued.problem) blocked.add(line);
    if (blocked.has(line)) continue;
    try {
      await send(queued.change);
      await store.update({ remove: [queued.order] });
    } catch (error) {
      const failure = failureOf(error);
      if (failure.kind === "unreachable" || failure.kind === "signed-out") return failure.kind;
      blocked.add(line);
      if (failure.kind !== "gap") await store.update({ put: [{ ...queued, problem: failure }] });
    }
  }
  return "ok";
}

/** Changes that build on each other: of one image, by one page. */
export function lineOf({ change, pageId }: Pick<QueuedChange, "change" | "pageId">): string {
  return `${change.assignmentId} ${pageId}`;
}
