import { requireUser } from "../access/require-actor.ts";
import { getGroupOrThrow } from "../access/require-scope.ts";
import type { Context } from "../context.ts";
import { parseInput } from "../parse-input.ts";
import { listImportsInput } from "../schemas.ts";
import { publicSource } from "./public-source.ts";

/** A group's imports, newest first. */
export async function listImports(ctx: Context, input: unknown) {
  const userId = requireUser(ctx.actor);
  const { group: slug, datasetId, limit } = parseInput(listImportsInput, input);
  const group = await getGroupOrThrow(ctx.db, { userId, slug, scope: "dataset:read" });
  const found = await ctx.db.import.findMany({
    where: { dataset: { groupId: group.id }, ...(datasetId === undefined ? {} : { datasetId }) },
    omit: { claim: true },
    include: { dataset: { select: { id: true, name: true, isSynthetic: true } } },
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
    take: limit,
  });
  return found.map((one) => ({ ...one, source: publicSource(one.source) }));
}
