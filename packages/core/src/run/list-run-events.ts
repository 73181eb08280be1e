import { requireUser } from "../access/require-actor.ts";
import type { Context } from "../context.ts";
import { parseInput } from "../parse-input.ts";
import { listRunEventsInput, type StoredRunEvent, storedRunEvent } from "../schemas.ts";
import { findRunOrThrow } from "./find-run.ts";

/** What happened in a run after the event `afterId`, in order. Fewer than `limit` means: that is all so far. */
export async function listRunEvents(ctx: Context, input: unknown): Promise<StoredRunEvent[]> {
  const userId = requireUser(ctx.actor);
  const { runId, afterId, limit } = parseInput(listRunEventsInput, input);
  await findRunOrThrow(ctx.db, { userId, runId, scope: "run:read" });
  const events = await ctx.db.runEvent.findMany({
    where: { runId, id: { gt: afterId } },
    orderBy: { id: "asc" },
    take: limit,
  });
  return events.map((event) => storedRunEvent.parse({ ...event, id: Number(event.id) }));
}
