import { setTimeout as sleep } from "node:timers/promises";
import { type Context, listRunEvents } from "@diaphane/core";
import { describeRun } from "./describe-run.ts";

/** Trainers write at most about twice a second. */
const periodMs = 700;
const pageSize = 1000;

/**
 * What happens in a run after event `afterId`, in batches, each with the run as it stands; ends when the run has. Asks
 * again each time whether the actor may see it: whoever loses their role hears nothing more.
 *
 * @throws NotFoundError, ForbiddenError
 */
export async function* followRun(
  ctx: Context,
  { runId, afterId }: { runId: string; afterId: number },
  signal?: AbortSignal,
) {
  let lastEventId = afterId;
  let lastSeen = "";
  while (!signal?.aborted) {
    // The run first: what led to its present state is then among the events read after it.
    const run = await describeRun(ctx, { runId });
    const events = await listRunEvents(ctx, { runId, afterId: lastEventId, limit: pageSize });
    lastEventId = events.at(-1)?.id ?? lastEventId;
    const seen = [run.status, run.cancelRequested, run.heartbeatAt?.getTime()].join();
    if (events.length > 0 || seen !== lastSeen) yield { run, events, lastEventId };
    lastSeen = seen;
    if (events.length === pageSize) continue;
    if (run.finishedAt !== null) return;
    await sleep(periodMs, undefined, { signal }).catch(() => undefined);
  }
}
