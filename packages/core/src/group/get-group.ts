import { requireUser } from "../access/require-actor.ts";
import { getGroupOrThrow } from "../access/require-scope.ts";
import type { Context } from "../context.ts";
import { parseInput } from "../parse-input.ts";
import { getGroupInput } from "../schemas.ts";

/** A group of the actor's, with the actor's role. */
export async function getGroup(ctx: Context, input: unknown) {
  const userId = requireUser(ctx.actor);
  const { group: slug } = parseInput(getGroupInput, input);
  return await getGroupOrThrow(ctx.db, { userId, slug, scope: "group:read" });
}
