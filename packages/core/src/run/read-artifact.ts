import { requireUser } from "../access/require-actor.ts";
import type { StoreContext } from "../context.ts";
import { NotFoundError } from "../errors.ts";
import { parseInput } from "../parse-input.ts";
import { readArtifactInput } from "../schemas.ts";
import { findRunOrThrow } from "./find-run.ts";

/** A strip of reconstructions (PNG) that an event of this run names; streamed, and verified on the way. */
export async function readArtifact(ctx: StoreContext, input: unknown) {
  const userId = requireUser(ctx.actor);
  const { runId, sha256 } = parseInput(readArtifactInput, input);
  await findRunOrThrow(ctx.db, { userId, runId, scope: "run:read" });
  const event = await ctx.db.runEvent.findFirst({
    where: { runId, kind: "reconstructions", data: { path: ["sha256"], equals: sha256 } },
    select: { id: true },
  });
  if (!event) throw new NotFoundError("artifact");
  return await ctx.store.open(sha256);
}
