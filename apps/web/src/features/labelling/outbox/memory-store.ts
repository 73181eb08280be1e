import type { OutboxStore, QueuedChange } from "./outbox-store.ts";

/** For browsers that keep nothing on the device: what waits in it is lost with the page, and the page says so. */
export function openMemoryStore(): OutboxStore {
  let changes: QueuedChange[] = [];
  let next = 1;
  return {
    async add(change) {
      changes = [...changes, { ...change, order: next++ }];
    },
    async list(userId) {
      return changes.filter((change) => change.userId === userId);
    },
    async update({ put = [], remove = [] }) {
      const replaced = new Map(put.map((change) => [change.order, change]));
      changes = changes
        .filter(({ order }) => !remove.includes(order))
        .map((change) => replaced.get(change.order) ?? change);
    },
  };
}
