import { atlasOfVersion } from "../analysis/atlas-of-version.ts";
import type { Context } from "../context.ts";
import { NotFoundError } from "../errors.ts";
import { parseInput } from "../parse-input.ts";
import { getReleasedModelInput } from "../schemas.ts";
import { releasedVersions, retiredVersions, showReleased } from "./released-versions.ts";

/** A model with its released versions, newest first, and what is left of retired ones, for everybody. One without any is not there. */
export async function getReleasedModel(ctx: Context, input: unknown) {
  const { slug } = parseInput(getReleasedModelInput, input);
  const model = await ctx.db.model.findFirst({
    where: { slug, versions: { some: { state: { in: ["RELEASED", "RETIRED"] } } } },
    include: { group: { select: { name: true } }, versions: releasedVersions },
  });
  if (!model) throw new NotFoundError("model");
  const retired = await ctx.db.modelVersion.findMany({
    ...retiredVersions,
    where: { ...retiredVersions.where, modelId: model.id },
  });
  const shown = showReleased(model);
  const versions = await Promise.all(
    shown.versions.map(async (version) => {
      const atlas = await ctx.db.analysis.findFirst({ where: atlasOfVersion(version), select: { id: true } });
      return { ...version, hasAtlas: atlas !== null };
    }),
  );
  return { ...shown, versions, retired };
}
