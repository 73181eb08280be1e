import { type Context, listRunEvents } from "@diaphane/core";
import { emptyProgress, foldRunEvents, type RunProgress } from "../../features/training/progress/run-progress.ts";

const pageSize = 5000;
const cacheSize = 64;

/** What was folded before: events never change, so a snapshot only ever goes on. Oldest first. */
const snapshots = new Map<string, RunProgress>();

/**
 * Everything drawn of a run so far, at most 500 points a curve however long it was. Reads only the events that this
 * process has not seen yet; `listRunEvents` decides whether the actor may see them at all.
 */
export async function readRunProgress(ctx: Context, runId: string): Promise<RunProgress> {
  let progress = snapshots.get(runId) ?? emptyProgress;
  for (;;) {
    const events = await listRunEvents(ctx, { runId, afterId: progress.lastEventId, limit: pageSize });
    progress = foldRunEvents(progress, events);
    if (events.length < pageSize) break;
  }
  snapshots.delete(runId);
  snapshots.set(runId, progress);
  const oldest = snapshots.keys().next().value;
  if (snapshots.size > cacheSize && oldest !== undefined) snapshots.delete(oldest);
  return progress;
}
