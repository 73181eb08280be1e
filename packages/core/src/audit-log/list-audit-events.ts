import { requireUser } from "../access/require-actor.ts";
import { getGroupOrThrow } from "../access/require-scope.ts";
import type { Context } from "../context.ts";
import { parseInput } from "../parse-input.ts";
import { listAuditEventsInput } from "../schemas.ts";

/** A group's log, newest first, with the names of who acted. */
export async function listAuditEvents(ctx: Context, input: unknown) {
  const userId = requireUser(ctx.actor);
  const { group: slug, beforeSequence, without, limit } = parseInput(listAuditEventsInput, input);
  const group = await getGroupOrThrow(ctx.db, { userId, slug, scope: "audit-event:read" });
  const events = await ctx.db.auditEvent.findMany({
    where: {
      chain: group.id,
      action: { notIn: without },
      ...(beforeSequence === undefined ? {} : { sequence: { lt: beforeSequence } }),
    },
    orderBy: { sequence: "desc" },
    take: limit,
  });
  const actorIds = events.flatMap((event) => event.actorId ?? []);
  const actors = await ctx.db.user.findMany({ where: { id: { in: actorIds } }, select: { id: true, name: true } });
  const names = new Map(actors.map((actor) => [actor.id, actor.name]));
  return events.map((event) => ({ ...event, actorName: event.actorId ? (names.get(event.actorId) ?? null) : null }));
}
