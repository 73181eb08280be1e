import "fake-indexeddb/auto";
import { saveLabelInput } from "@diaphane/core/schemas";
import { describe, expect, it } from "vitest";
import { openIndexedDbStore } from "./indexed-db-store.ts";
import { openMemoryStore } from "./memory-store.ts";
import { newOperationId } from "./operation-id.ts";
import type { LabelChange, NewQueuedChange, OutboxStore } from "./outbox-store.ts";
import { sendChanges } from "./send-changes.ts";
import { sendFailure } from "./send-failure.ts";
import { dropLine, problemLines, rebaseLine } from "./settle-problem.ts";

const stores = {
  "on the device": () => openIndexedDbStore(`test-${newOperationId()}`),
  "in memory": async () => openMemoryStore(),
};

function changeOf(assignmentId: string, after: LabelChange | null, classIndex = 0): LabelChange {
  return {
    ...{ assignmentId, operationId: newOperationId(), isDone: true, durationMs: 5, madeAt: "2026-05-05T05:05:05Z" },
    ...{ sequence: (after?.sequence ?? 0) + 1, basedOn: after?.operationId ?? null },
    value: { answer: { kind: "classes", classIndices: [classIndex] } },
  };
}

function queued(change: LabelChange, pageId = "page", userId = "ana"): NewQueuedChange {
  return { userId, taskId: "task", sampleIndex: 3, pageId, change, problem: null };
}

/** Answers as the verb `saveLabel` does, from memory. */
function fakeServer() {
  const kept = new Map<string, LabelChange[]>();
  const server = {
    isUp: true,
    /** Loses the answer to the next change, after having kept it. */
    losesAnswer: false,
    of: (assignmentId: string) => kept.get(assignmentId) ?? [],
    async send(change: LabelChange) {
      if (!server.isUp) throw new TypeError("fetch failed");
      const before = server.of(change.assignmentId);
      if (!before.some(({ operationId }) => operationId === change.operationId)) {
        if (change.sequence > before.length + 1) throw refusal("label-gap");
        const isOnNewest =
          change.sequence === before.length + 1 && change.basedOn === (before.at(-1)?.operationId ?? null);
        if (!isOnNewest) throw refusal("label-moved-on");
        kept.set(change.assignmentId, [...before, change]);
      }
      if (server.losesAnswer) {
        server.losesAnswer = false;
        throw new TypeError("connection reset");
      }
    },
  };
  return server;
}

function refusal(code: string) {
  return Object.assign(new Error(code), { data: { detail: { code, values: {} } } });
}

const flush = (store: OutboxStore, server: Pick<ReturnType<typeof fakeServer>, "send">) => {
  return sendChanges(store, "ana", { send: server.send, failureOf: sendFailure });
};

describe.each(Object.entries(stores))("an outbox %s", (_where, open) => {
  it("gives what one person has waiting, in order, with what they chose since", async () => {
    const store = await open();
    const changes = ["a", "b", "c"].map((id) => changeOf(id, null));
    for (const change of changes) await store.add(queued(change));
    await store.add(queued(changeOf("d", null), "page", "bea"));
    const [first, second] = await store.list("ana");
    if (!first || !second) throw new Error("nothing kept");
    await store.update({ put: [{ ...second, problem: { kind: "conflict" } }], remove: [first.order] });
    const left = await store.list("ana");
    expect(left.map(({ change }) => change.assignmentId)).toEqual(["b", "c"]);
    expect(left[0]?.problem).toEqual({ kind: "conflict" });
    expect(await store.list("bea")).toHaveLength(1);
  });

  it("sends in order, and once though an answer is lost", async () => {
    const [store, server] = [await open(), fakeServer()];
    const first = changeOf("a", null);
    for (const change of [first, changeOf("a", first, 1)]) await store.add(queued(change));
    server.losesAnswer = true;
    expect(await flush(store, server)).toBe("unreachable");
    expect(await store.list("ana")).toHaveLength(2);
    expect(await flush(store, server)).toBe("ok");
    expect(server.of("a").map(({ sequence }) => sequence)).toEqual([1, 2]);
    expect(await store.list("ana")).toEqual([]);
  });

  it("keeps everything while the server is down or the person is signed out", async () => {
    const [store, server] = [await open(), fakeServer()];
    for (const id of ["a", "b"]) await store.add(queued(changeOf(id, null)));
    server.isUp = false;
    expect(await flush(store, server)).toBe("unreachable");
    const signedOut = { send: () => Promise.reject(refusal("sign-in-required")) };
    expect(await flush(store, signedOut)).toBe("signed-out");
    expect(await store.list("ana")).toHaveLength(2);
    server.isUp = true;
    expect(await flush(store, server)).toBe("ok");
    expect([server.of("a").length, server.of("b").length]).toEqual([1, 1]);
  });

  it("holds a page's conflicting line back, and lets the rest go on", async () => {
    const [store, server] = [await open(), fakeServer()];
    const [mine, theirs] = [changeOf("a", null, 0), changeOf("a", null, 1)];
    await store.add(queued(theirs, "other page"));
    await store.add(queued(mine));
    await store.add(queued(changeOf("a", mine, 2)));
    await store.add(queued(changeOf("b", null)));
    expect(await flush(store, server)).toBe("ok");
    await flush(store, server);
    expect(server.of("a")).toEqual([theirs]);
    expect(server.of("b")).toHaveLength(1);
    const left = await store.list("ana");
    expect(left.map(({ problem }) => problem?.kind)).toEqual(["conflict", undefined]);
  });

  it("lets the person have this device's changes follow the server's", async () => {
    const [store, server] = [await open(), fakeServer()];
    const [mine, theirs] = [changeOf("a", null, 0), changeOf("a", null, 1)];
    for (const change of [mine, changeOf("a", mine, 2)]) await store.add(queued(change));
    await server.send(theirs);
    await flush(store, server);
    const [line] = problemLines(await store.list("ana"));
    if (!line) throw new Error("no conflict");
    expect(line.last.change.value.answer).toEqual({ kind: "classes", classIndices: [2] });
    await rebaseLine(store, line, { sequence: 1, operationId: theirs.operationId });
    await flush(store, server);
    const classes = server.of("a").map(({ value }) => value.answer);
    expect(classes).toEqual([1, 0, 2].map((index) => ({ kind: "classes", classIndices: [index] })));
    expect(await store.list("ana")).toEqual([]);
  });

  it("lets the person give this device's changes up", async () => {
    const [store, server] = [await open(), fakeServer()];
    const theirs = changeOf("a", null, 1);
    await server.send(theirs);
    await store.add(queued(changeOf("a", null)));
    await flush(store, server);
    for (const line of problemLines(await store.list("ana"))) await dropLine(store, line);
    expect([await store.list("ana"), server.of("a")]).toEqual([[], [theirs]]);
  });

  it("keeps what the server refuses, with the reason", async () => {
    const store = await open();
    await store.add(queued(changeOf("a", null)));
    expect(await flush(store, { send: () => Promise.reject(refusal("label-unfit")) })).toBe("ok");
    expect(problemLines(await store.list("ana"))[0]?.first.problem).toEqual({ kind: "refused", code: "label-unfit" });
  });
});

it("makes ids that the server takes", () => {
  const ids = Array.from({ length: 50 }, newOperationId);
  expect(new Set(ids).size).toBe(50);
  for (const operationId of ids) {
    expect(saveLabelInput.safeParse({ ...changeOf("a", null), operationId }).success).toBe(true);
  }
});
