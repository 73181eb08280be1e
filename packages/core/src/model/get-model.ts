import { memberOf } from "../access/member-of.ts";
import { requireUser } from "../access/require-actor.ts";
import { requireScope } from "../access/require-scope.ts";
import type { Context } from "../context.ts";
import { NotFoundError } from "../errors.ts";
import { parseInput } from "../parse-input.ts";
import { getModelInput } from "../schemas.ts";

/** A model with its group. Its versions: `listModelVersions`; its runs: `listRuns`. */
export async function getModel(ctx: Context, input: unknown) {
  const userId = requireUser(ctx.actor);
  const { modelId } = parseInput(getModelInput, input);
  const model = await ctx.db.model.findFirst({
    where: { id: modelId, group: memberOf(userId) },
    include: { group: { select: { id: true, slug: true, name: true } } },
  });
  if (!model) throw new NotFoundError("model");
  await requireScope(ctx.db, { userId, groupId: model.groupId, scope: "model:read", entity: "model" });
  return model;
}
