"use client";

import { useCallback, useEffect, useRef, useState } from "react";
import { useTRPCClient } from "@/trpc/client.tsx";
import type { LabelOutbox } from "../outbox/label-outbox.ts";
import { newOperationId } from "../outbox/operation-id.ts";
import { ActiveTime } from "./active-time.ts";
import type { Asked } from "./answer-rules.ts";
import { addImages, emptySession, moveTo, nextOpen, type Session, type SessionImage, settle } from "./session.ts";
import { sessionImage } from "./session-image.ts";

/** Images in hand at once; the server never leases more to one person. */
const inHand = 12;
/** New ones are asked for when so few are left. */
const refillBelow = 6;
/** How many finished ones can be gone back to after the page was loaded anew. */
const finishedShown = 20;
const retryMs = 5000;

export interface LabelSession {
  session: Session;
  /** "beginning" until the first images are there; "ended" when there are no more for now. */
  state: "beginning" | "going" | "ended";
  error: unknown;
  /** Makes a change by one of the functions of session.ts and keeps it. */
  commit(make: (session: Session, operationId: string) => Session): void;
  move(to: (session: Session) => number): void;
  settle(image: SessionImage): void;
  /** Asks for images again. */
  refill(): void;
}

/** A person's work on a task: images are leased ahead, and each change goes into the outbox. */
export function useLabelSession(task: Asked & { id: string }, userId: string, outbox: LabelOutbox): LabelSession {
  const client = useTRPCClient();
  const [session, setSession] = useState(emptySession);
  const [state, setState] = useState<LabelSession["state"]>("beginning");
  const [error, setError] = useState<unknown>(null);
  // Two keys may come before React has drawn: each must see what the one before it did.
  const current = useRef(session);
  const isAsking = useRef(false);
  const [pageId] = useState(newOperationId);
  const time = useActiveTime();

  const put = useCallback((next: Session) => {
    current.current = next;
    setSession(next);
  }, []);

  const refill = useCallback(async () => {
    if (isAsking.current) return;
    isAsking.current = true;
    try {
      // What waits has been tried first, so that the server knows what is finished.
      await outbox.flush();
      const isFirst = current.current.images.length === 0;
      const finished = isFirst ? await client.label.finished.query({ taskId: task.id, limit: finishedShown }) : [];
      const taken = await client.label.take.mutate({ taskId: task.id, count: inHand });
      const { waiting } = outbox.getState();
      const images = [...finished.toReversed(), ...taken].map((one) => sessionImage(one, waiting, task));
      const before = current.current;
      const after = addImages(before, images);
      const isShort = after.images.length === before.images.length;
      put(isFirst ? moveTo(after, nextOpen(after, 0)) : after);
      setState(isShort ? "ended" : "going");
      setError(null);
    } catch (failure) {
      setError(failure);
    } finally {
      isAsking.current = false;
    }
  }, [client, outbox, task, put]);

  const left = session.images.length - session.position;
  useEffect(() => {
    if (state !== "ended" && left < refillBelow && error === null) void refill();
  }, [left, state, error, refill]);

  // Once there are images, somebody goes on with those; the server is asked again after a while.
  useEffect(() => {
    if (error === null || state === "beginning") return;
    const timer = setTimeout(() => setError(null), retryMs);
    return () => clearTimeout(timer);
  }, [error, state]);

  function commit(make: (session: Session, operationId: string) => Session) {
    const operationId = newOperationId();
    const before = current.current;
    const after = make(before, operationId);
    put(after);
    const changed = after.images.find((image) => image.operationId === operationId);
    const base = before.images.find(({ assignmentId }) => assignmentId === changed?.assignmentId);
    if (!changed || !base) return;
    const { assignmentId, sampleIndex, sequence, said } = changed;
    const made = { durationMs: time.take(), madeAt: new Date().toISOString(), basedOn: base.operationId };
    const change = { assignmentId, operationId, sequence, ...said, ...made };
    void outbox.keep({ userId, taskId: task.id, sampleIndex, pageId, change, problem: null });
  }

  return {
    ...{ session, state, error, commit },
    move: (to) => put(moveTo(current.current, to(current.current))),
    settle: (image) => put(settle(current.current, image)),
    refill: () => {
      setState("going");
      setError(null);
    },
  };
}

/** Of this page, since it was loaded or since the last taking. */
function useActiveTime(): ActiveTime {
  const [time] = useState(() => new ActiveTime(() => performance.now()));
  useEffect(() => {
    const onVisibility = () => time.setActive(document.visibilityState === "visible");
    document.addEventListener("visibilitychange", onVisibility);
    return () => document.removeEventListener("visibilitychange", onVisibility);
  }, [time]);
  return time;
}
