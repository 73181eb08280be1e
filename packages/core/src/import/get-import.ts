import { requireUser } from "../access/require-actor.ts";
import type { Context } from "../context.ts";
import { parseInput } from "../parse-input.ts";
import { getImportInput } from "../schemas.ts";
import { findImportOrThrow } from "./find-import.ts";
import { publicSource } from "./public-source.ts";

/** An import: how far it is, and how it ended. */
export async function getImport(ctx: Context, input: unknown) {
  const userId = requireUser(ctx.actor);
  const { importId } = parseInput(getImportInput, input);
  const { claim: _secret, ...found } = await findImportOrThrow(ctx.db, { userId, importId, scope: "dataset:read" });
  return { ...found, source: publicSource(found.source) };
}
