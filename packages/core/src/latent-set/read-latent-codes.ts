import { memberOf } from "../access/member-of.ts";
import { requireUser } from "../access/require-actor.ts";
import { requireScope } from "../access/require-scope.ts";
import type { StoreContext } from "../context.ts";
import { NotFoundError } from "../errors.ts";
import { parseInput } from "../parse-input.ts";
import { readLatentCodesInput } from "../schemas.ts";
import { type LatentCodes, loadLatentCodes } from "./load-latent-codes.ts";

/** All codes of a latent set with labels and splits. Throws ConflictError `latent-set-incomplete`. */
export async function readLatentCodes(ctx: StoreContext, input: unknown): Promise<LatentCodes> {
  const userId = requireUser(ctx.actor);
  const { latentSetId } = parseInput(readLatentCodesInput, input);
  const found = await ctx.db.latentSet.findFirst({
    where: { id: latentSetId, modelVersion: { model: { group: memberOf(userId) } } },
    include: { modelVersion: { select: { model: { select: { groupId: true } } } } },
  });
  if (!found) throw new NotFoundError("latent-set");
  const { groupId } = found.modelVersion.model;
  await requireScope(ctx.db, { userId, groupId, scope: "analysis:read", entity: "latent-set" });
  return await loadLatentCodes(ctx.db, ctx.store, found);
}
