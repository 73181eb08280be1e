"use client";

import { useEffect, useState, useSyncExternalStore } from "react";
import { useTRPCClient } from "@/trpc/client.tsx";
import { openIndexedDbStore } from "./indexed-db-store.ts";
import { LabelOutbox } from "./label-outbox.ts";
import { openMemoryStore } from "./memory-store.ts";
import { sendChanges } from "./send-changes.ts";
import { sendFailure } from "./send-failure.ts";

/** How often what waits is tried again while the server does not answer. */
const retryMs = 2000;

const channelName = "diaphane-labels";

/** The outbox of this page. All pages of a browser share what waits; one of them sends at a time. */
export function useLabelOutbox(userId: string) {
  const client = useTRPCClient();
  const [outbox] = useState(() => {
    const channel = typeof BroadcastChannel === "undefined" ? null : new BroadcastChannel(channelName);
    return new LabelOutbox({
      userId,
      openStore: () => openIndexedDbStore(),
      openFallback: openMemoryStore,
      announce: () => channel?.postMessage(null),
      send: (store) =>
        exclusively(() =>
          sendChanges(store, userId, {
            send: ({ madeAt, ...change }) => client.label.save.mutate({ ...change, madeAt: new Date(madeAt) }),
            failureOf: sendFailure,
          }),
        ),
    });
  });
  useEffect(() => {
    const channel = typeof BroadcastChannel === "undefined" ? null : new BroadcastChannel(channelName);
    const refresh = () => void outbox.refresh();
    const retry = () => {
      if (outbox.getState().waiting.some(({ problem }) => problem === null)) void outbox.flush();
    };
    channel?.addEventListener("message", refresh);
    window.addEventListener("online", retry);
    const timer = setInterval(retry, retryMs);
    void outbox.flush();
    return () => {
      channel?.close();
      window.removeEventListener("online", retry);
      clearInterval(timer);
    };
  }, [outbox]);
  const state = useSyncExternalStore(outbox.subscribe, outbox.getState, outbox.getState);
  return { outbox, state };
}

/** Runs in one page of the browser at a time, where it can be arranged; the server takes twice what is sent twice as once anyway. */
async function exclusively<Result>(work: () => Promise<Result>): Promise<Result> {
  return "locks" in navigator ? await navigator.locks.request(channelName, work) : await work();
}
