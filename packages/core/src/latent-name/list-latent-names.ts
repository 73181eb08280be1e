import type { Context } from "../context.ts";
import { findModelVersionOrThrow } from "../model/find-model-version.ts";
import { parseInput } from "../parse-input.ts";
import { listLatentNamesInput } from "../schemas.ts";

/** The named latents of a model version, in their order. Those of a released version are for everybody. */
export async function listLatentNames(ctx: Context, input: unknown) {
  const { modelVersionId } = parseInput(listLatentNamesInput, input);
  await findModelVersionOrThrow(ctx.db, ctx.actor, modelVersionId);
  return await ctx.db.latentName.findMany({
    where: { modelVersionId },
    select: { latent: true, name: true, meaning: true },
    orderBy: { latent: "asc" },
  });
}
