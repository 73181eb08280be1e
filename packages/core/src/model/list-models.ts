import { requireUser } from "../access/require-actor.ts";
import { getGroupOrThrow } from "../access/require-scope.ts";
import type { Context } from "../context.ts";
import { parseInput } from "../parse-input.ts";
import { listModelsInput } from "../schemas.ts";
import { withPlainNumbers } from "./model-version-row.ts";

/** A group's models by name, each with its newest version (null when no run has finished). */
export async function listModels(ctx: Context, input: unknown) {
  const userId = requireUser(ctx.actor);
  const { group: slug } = parseInput(listModelsInput, input);
  const group = await getGroupOrThrow(ctx.db, { userId, slug, scope: "model:read" });
  const models = await ctx.db.model.findMany({
    where: { groupId: group.id },
    include: {
      versions: { orderBy: { number: "desc" }, take: 1, omit: { config: true } },
      _count: { select: { versions: true, runs: true } },
    },
    orderBy: { name: "asc" },
  });
  return models.map(({ versions: [latest], _count, ...model }) => {
    return { ...model, counts: _count, latestVersion: latest ? withPlainNumbers(latest) : null };
  });
}
