import { requireUser } from "../access/require-actor.ts";
import { getGroupOrThrow } from "../access/require-scope.ts";
import type { Context } from "../context.ts";
import { parseInput } from "../parse-input.ts";
import { listRunsInput } from "../schemas.ts";

/** A group's runs, newest first; `beforeRunId` is the last of the page before. */
export async function listRuns(ctx: Context, input: unknown) {
  const userId = requireUser(ctx.actor);
  const { group: slug, modelId, status, withSweeps, beforeRunId, limit } = parseInput(listRunsInput, input);
  const group = await getGroupOrThrow(ctx.db, { userId, slug, scope: "run:read" });
  return await ctx.db.trainingRun.findMany({
    where: {
      model: { groupId: group.id },
      ...(modelId === undefined ? {} : { modelId }),
      ...(status === undefined ? {} : { status: { in: status } }),
      ...(withSweeps ? {} : { sweepId: null }),
    },
    omit: { claim: true },
    include: {
      model: { select: { id: true, name: true, slug: true } },
      datasetVersion: {
        select: { id: true, number: true, dataset: { select: { id: true, name: true, isSynthetic: true } } },
      },
    },
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
    ...(beforeRunId === undefined ? {} : { cursor: { id: beforeRunId }, skip: 1 }),
    take: limit,
  });
}
