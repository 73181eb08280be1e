import type { StoreContext } from "../context.ts";
import { NotFoundError } from "../errors.ts";
import { findModelVersionOrThrow } from "../model/find-model-version.ts";
import { parseInput } from "../parse-input.ts";
import { openAtlasInput } from "../schemas.ts";
import { atlasOfVersion } from "./atlas-of-version.ts";

/** The newest atlas of a model version over the data that it was trained on, as JSON. That of a released version is for everybody. */
export async function openAtlas(ctx: StoreContext, input: unknown) {
  const { modelVersionId } = parseInput(openAtlasInput, input);
  const version = await findModelVersionOrThrow(ctx.db, ctx.actor, modelVersionId);
  const newest = await ctx.db.analysis.findFirst({
    where: atlasOfVersion(version),
    orderBy: [{ finishedAt: "desc" }, { id: "desc" }],
    select: { resultSha256: true },
  });
  if (!newest?.resultSha256) throw new NotFoundError("atlas");
  const sha256 = newest.resultSha256;
  return { ...(await ctx.store.open(sha256)), sha256, isPublic: version.state === "RELEASED" };
}
