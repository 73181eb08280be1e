import { requireUser } from "../access/require-actor.ts";
import { getGroupOrThrow } from "../access/require-scope.ts";
import type { Context } from "../context.ts";
import { parseInput } from "../parse-input.ts";
import { listSweepsInput } from "../schemas.ts";
import { newestAttempts } from "./newest-attempts.ts";

/** A group's sweeps, newest first, each with the states of its runs in order. */
export async function listSweeps(ctx: Context, input: unknown) {
  const userId = requireUser(ctx.actor);
  const { group: slug } = parseInput(listSweepsInput, input);
  const group = await getGroupOrThrow(ctx.db, { userId, slug, scope: "run:read" });
  const sweeps = await ctx.db.sweep.findMany({
    where: { model: { groupId: group.id } },
    include: {
      model: { select: { id: true, name: true } },
      runs: { ...newestAttempts, select: { status: true } },
    },
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
  });
  return sweeps.map(({ runs, ...sweep }) => ({ ...sweep, statuses: runs.map(({ status }) => status) }));
}
