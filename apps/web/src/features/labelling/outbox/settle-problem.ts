import type { OutboxStore, QueuedChange } from "./outbox-store.ts";
import { lineOf } from "./send-changes.ts";

/** Changes of one image by one page that wait because the first of them was not taken. */
export interface ProblemLine {
  first: QueuedChange;
  /** What this device says now. */
  last: QueuedChange;
  changes: readonly QueuedChange[];
}

/** The lines among waiting changes (in order) that somebody has to decide on. */
export function problemLines(waiting: readonly QueuedChange[]): ProblemLine[] {
  const names = new Set(waiting.filter(({ problem }) => problem !== null).map(lineOf));
  return [...names].flatMap((name) => {
    const changes = waiting.filter((queued) => lineOf(queued) === name);
    const first = changes.find(({ problem }) => problem !== null);
    const last = changes.at(-1);
    return first && last ? [{ first, last, changes }] : [];
  });
}

/** Gives up what this device says: the person chose what is on the server. */
export async function dropLine(store: OutboxStore, { changes }: ProblemLine): Promise<void> {
  await store.update({ remove: changes.map(({ order }) => order) });
}

/** The revision that is the newest on the server. */
export interface ServerHead {
  sequence: number;
  operationId: string;
}

/**
 * Has what this device says follow what is on the server: the person chose it, and both stay in the history. Several changes go one after
 * the other, as they were made.
 *
 * @returns the changes as they wait now
 */
export async function rebaseLine(
  store: OutboxStore,
  { changes }: ProblemLine,
  head: ServerHead | null,
): Promise<QueuedChange[]> {
  const put = changes.map((queued, position) => ({
    ...queued,
    problem: null,
    change: {
      ...queued.change,
      sequence: (head?.sequence ?? 0) + position + 1,
      basedOn: changes[position - 1]?.change.operationId ?? head?.operationId ?? null,
    },
  }));
  await store.update({ put });
  return put;
}
