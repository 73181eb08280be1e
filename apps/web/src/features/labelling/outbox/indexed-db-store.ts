import { type DBSchema, openDB } from "idb";
import type { NewQueuedChange, OutboxStore, QueuedChange } from "./outbox-store.ts";

interface OutboxSchema extends DBSchema {
  changes: { key: number; value: QueuedChange | NewQueuedChange; indexes: { userId: string } };
}

/** Written to the disk before it is called kept: a device that loses its power loses none. */
const durable = { durability: "strict" } as const;

/** The store that all pages of this browser share, and that outlives them. Rejects where the browser keeps none. */
export async function openIndexedDbStore(name = "diaphane-labels"): Promise<OutboxStore> {
  const db = await openDB<OutboxSchema>(name, 1, {
    upgrade(fresh) {
      const changes = fresh.createObjectStore("changes", { keyPath: "order", autoIncrement: true });
      changes.createIndex("userId", "userId");
    },
  });
  return {
    async add(change) {
      const transaction = db.transaction("changes", "readwrite", durable);
      await Promise.all([transaction.store.add(change), transaction.done]);
    },
    async list(userId) {
      const found = await db.getAllFromIndex("changes", "userId", userId);
      return found.flatMap((change) => ("order" in change ? [change] : [])).sort((a, b) => a.order - b.order);
    },
    async update({ put = [], remove = [] }) {
      const transaction = db.transaction("changes", "readwrite", durable);
      const writes = put.map((change) => transaction.store.put(change));
      const removals = remove.map((order) => transaction.store.delete(order));
      await Promise.all([...writes, ...removals, transaction.done]);
    },
  };
}
