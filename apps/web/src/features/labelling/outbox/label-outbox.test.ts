import { describe, expect, it, vi } from "vitest";
import { LabelOutbox } from "./label-outbox.ts";
import { openMemoryStore } from "./memory-store.ts";
import type { NewQueuedChange, OutboxStore } from "./outbox-store.ts";

const change = (id: string): NewQueuedChange => ({
  ...{ userId: "ana", taskId: "task", sampleIndex: 1, pageId: "page", problem: null },
  change: {
    ...{ assignmentId: id, operationId: id, sequence: 1, basedOn: null, isDone: true, durationMs: 1, madeAt: "" },
    value: { answer: { kind: "classes", classIndices: [0] } },
  },
});

async function empty(store: OutboxStore) {
  const all = await store.list("ana");
  await store.update({ remove: all.map(({ order }) => order) });
  return "ok" as const;
}

function outboxWith(
  send: (store: OutboxStore) => Promise<"ok" | "unreachable">,
  openStore = async () => openMemoryStore(),
) {
  const announce = vi.fn();
  return {
    outbox: new LabelOutbox({ userId: "ana", openStore, openFallback: openMemoryStore, send, announce }),
    announce,
  };
}

describe("LabelOutbox", () => {
  it("has a change on the device before it is sent, and tells the other pages of both", async () => {
    const seen: number[] = [];
    const { outbox, announce } = outboxWith(async (store) => {
      seen.push((await store.list("ana")).length);
      return await empty(store);
    });
    await outbox.keep(change("a"));
    expect(announce).toHaveBeenCalled();
    await outbox.flush();
    expect(seen[0]).toBe(1);
    expect(outbox.getState()).toMatchObject({ unkept: 0, waiting: [], connection: "ok", isDurable: true });
  });

  it("keeps what can't be sent, says so, and sends it later", async () => {
    let isUp = false;
    const { outbox } = outboxWith(async (store) => (isUp ? await empty(store) : "unreachable"));
    await outbox.keep(change("a"));
    await outbox.flush();
    expect(outbox.getState()).toMatchObject({ connection: "unreachable", waiting: [{ order: 1 }] });
    isUp = true;
    await outbox.flush();
    expect(outbox.getState()).toMatchObject({ connection: "ok", waiting: [] });
  });

  it("sends one lot at a time, and what came meanwhile after it", async () => {
    let underWay = 0;
    let most = 0;
    const { outbox } = outboxWith(async (store) => {
      most = Math.max(most, ++underWay);
      const connection = await empty(store);
      underWay--;
      return connection;
    });
    await Promise.all(["a", "b", "c"].map((id) => outbox.keep(change(id))));
    await outbox.flush();
    expect([most, outbox.getState().waiting.length]).toEqual([1, 0]);
  });

  it("goes on without the device's store, and says that it does", async () => {
    const { outbox } = outboxWith(empty, () => Promise.reject(new Error("private window")));
    await outbox.keep(change("a"));
    await outbox.flush();
    expect(outbox.getState()).toMatchObject({ isDurable: false, waiting: [] });
  });
});
