import { requireUser } from "../access/require-actor.ts";
import { getGroupOrThrow } from "../access/require-scope.ts";
import type { Context } from "../context.ts";
import { parseInput } from "../parse-input.ts";
import { listDatasetsInput } from "../schemas.ts";

/** A group's data sets by name, each with its newest version and its newest import (null when there is none). */
export async function listDatasets(ctx: Context, input: unknown) {
  const userId = requireUser(ctx.actor);
  const { group: slug } = parseInput(listDatasetsInput, input);
  const group = await getGroupOrThrow(ctx.db, { userId, slug, scope: "dataset:read" });
  const datasets = await ctx.db.dataset.findMany({
    where: { groupId: group.id },
    include: {
      versions: { orderBy: { number: "desc" }, take: 1, omit: { summary: true } },
      imports: { orderBy: { createdAt: "desc" }, take: 1, omit: { claim: true } },
    },
    orderBy: { name: "asc" },
  });
  return datasets.map(({ versions, imports, ...dataset }) => {
    return { ...dataset, latestVersion: versions[0] ?? null, latestImport: imports[0] ?? null };
  });
}
