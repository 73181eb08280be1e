import type { SaveLabelInput } from "@diaphane/core/schemas";

/** A change of a label as it is sent, but with its date as text, which every store keeps alike. */
export type LabelChange = Omit<SaveLabelInput, "madeAt"> & { madeAt: string };

/** Why a change was not taken: another page's came first, or the server refused it with that code. */
export type ChangeProblem = { kind: "conflict" } | { kind: "refused"; code: string };

export interface NewQueuedChange {
  userId: string;
  taskId: string;
  sampleIndex: number;
  /** Of the page that made it: its changes build on each other, those of another page do not. */
  pageId: string;
  change: LabelChange;
  problem: ChangeProblem | null;
}

export interface QueuedChange extends NewQueuedChange {
  /** Ascending as the changes were made on this device, over all its pages. */
  order: number;
}

/** Where changes wait until the server has them. */
export interface OutboxStore {
  add(change: NewQueuedChange): Promise<void>;
  /** All that wait of one person, in their order. */
  list(userId: string): Promise<QueuedChange[]>;
  /** Puts changed ones back and takes others out, together or not at all. */
  update(changes: { put?: readonly QueuedChange[]; remove?: readonly number[] }): Promise<void>;
}
