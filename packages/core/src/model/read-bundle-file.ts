import type { StoreContext } from "../context.ts";
import { parseInput } from "../parse-input.ts";
import { readBundleFileInput } from "../schemas.ts";
import { findModelVersionOrThrow } from "./find-model-version.ts";

/** A file of a model bundle, streamed, with the hash that a browser caches and verifies it by. */
export async function readBundleFile(ctx: StoreContext, input: unknown) {
  const { modelVersionId, file } = parseInput(readBundleFileInput, input);
  const version = await findModelVersionOrThrow(ctx.db, ctx.actor, modelVersionId);
  const sha256 = file === "manifest" ? version.manifestSha256 : version.weightsSha256;
  return { ...(await ctx.store.open(sha256)), sha256, isPublic: version.state === "RELEASED" };
}
