"use client";

import { useSubscription } from "@trpc/tanstack-react-query";
import { useEffect, useReducer, useState } from "react";
import type { RouterOutputs } from "@/server/routers/index.ts";
import { useTRPC } from "@/trpc/client.tsx";
import { foldRunEvents } from "../progress/run-progress.ts";

/** A run with everything drawn of it so far. */
export type RunSnapshot = RouterOutputs["run"]["progress"];
export type Run = RunSnapshot["run"];

type Update = Pick<RunSnapshot, "run"> & { events: Parameters<typeof foldRunEvents>[1] };

export interface LiveRun extends RunSnapshot {
  /** The line to the server is down and being put up again. */
  isReconnecting: boolean;
  /** What the server refused with: the run was taken away, or the reader's role. */
  refusal: unknown;
}

/**
 * The run as it goes on. Starts from what the page came with and follows the events after it; a lost line comes back
 * by itself, from the last event that was taken in.
 */
export function useRunProgress(initial: RunSnapshot): LiveRun {
  const trpc = useTRPC();
  const [snapshot, take] = useReducer(takeUpdate, initial);
  const { run, progress } = snapshot;
  // Where the current line began: moved on only when a new one has to be opened.
  const [after, setAfter] = useState(initial.progress.lastEventId);
  const [attempts, setAttempts] = useState(0);
  const { status, error, reset } = useSubscription(
    trpc.run.events.subscriptionOptions(
      { runId: run.id, after },
      { enabled: !isOver(initial.run), onData: ({ data }) => take(data), onStarted: () => setAttempts(0) },
    ),
  );
  const refused = status === "error" && isRefusal(error);
  const isDown = status === "error" && !refused;
  useEffect(() => {
    if (!isDown) return;
    // The browser gives up on an answer that is no stream (a proxy's error page while the server restarts).
    const timer = setTimeout(
      () => {
        setAttempts((count) => count + 1);
        if (progress.lastEventId === after) reset();
        else setAfter(progress.lastEventId);
      },
      Math.min(15_000, 1000 * 2 ** attempts),
    );
    return () => clearTimeout(timer);
  }, [isDown, attempts, after, progress.lastEventId, reset]);
  const isReconnecting = !isOver(run) && (isDown || (status === "connecting" && error !== null));
  return { run, progress, isReconnecting, refusal: refused ? error : null };
}

function takeUpdate(snapshot: RunSnapshot, update: Update): RunSnapshot {
  return { run: update.run, progress: foldRunEvents(snapshot.progress, update.events) };
}

export function isOver(run: Pick<Run, "status">): boolean {
  return run.status === "SUCCEEDED" || run.status === "FAILED" || run.status === "CANCELLED";
}

function isRefusal(error: { data?: { httpStatus?: number } | null } | null): boolean {
  const status = error?.data?.httpStatus;
  return status !== undefined && status >= 400 && status < 500;
}
