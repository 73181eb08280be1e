import { requireUser } from "../access/require-actor.ts";
import { getGroupOrThrow } from "../access/require-scope.ts";
import { latentSetWithNames } from "../analysis/latent-set-with-names.ts";
import type { Context } from "../context.ts";
import { parseInput } from "../parse-input.ts";
import { listPresetsInput } from "../schemas.ts";

/** A group's presets, newest first. */
export async function listPresets(ctx: Context, input: unknown) {
  const userId = requireUser(ctx.actor);
  const { group: slug, modelVersionId } = parseInput(listPresetsInput, input);
  const { id: groupId } = await getGroupOrThrow(ctx.db, { userId, slug, scope: "analysis:read" });
  const latentSet = {
    modelVersion: { model: { groupId } },
    ...(modelVersionId === undefined ? {} : { modelVersionId }),
  };
  return await ctx.db.preset.findMany({
    where: { analysis: { latentSet } },
    include: { analysis: { omit: { claim: true }, include: { latentSet: latentSetWithNames } } },
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
    take: 200,
  });
}
