import type { Context } from "../context.ts";
import { NotFoundError } from "../errors.ts";
import { parseInput } from "../parse-input.ts";
import { getReleasedModelInput } from "../schemas.ts";
import { releasedVersions, showReleased } from "./released-versions.ts";

/** A model with its released versions, newest first, for everybody. One without any is not there. */
export async function getReleasedModel(ctx: Context, input: unknown) {
  const { slug } = parseInput(getReleasedModelInput, input);
  const model = await ctx.db.model.findFirst({
    where: { slug, versions: { some: { state: "RELEASED" } } },
    include: { group: { select: { name: true } }, versions: releasedVersions },
  });
  if (!model) throw new NotFoundError("model");
  return showReleased(model);
}
