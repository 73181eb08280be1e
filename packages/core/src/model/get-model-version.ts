import type { Context } from "../context.ts";
import { parseInput } from "../parse-input.ts";
import { getModelVersionInput } from "../schemas.ts";
import { findModelVersionOrThrow } from "./find-model-version.ts";
import { withPlainNumbers } from "./model-version-row.ts";

/** A version with its model, the data it was trained on and the run that made it. Released ones are for everybody. */
export async function getModelVersion(ctx: Context, input: unknown) {
  const { modelVersionId } = parseInput(getModelVersionInput, input);
  return withPlainNumbers(await findModelVersionOrThrow(ctx.db, ctx.actor, modelVersionId));
}
