import { requireUser } from "../access/require-actor.ts";
import { getGroupOrThrow } from "../access/require-scope.ts";
import type { Context } from "../context.ts";
import { NotFoundError } from "../errors.ts";
import { parseInput } from "../parse-input.ts";
import { compareRunsInput } from "../schemas.ts";
import { runWithResult, showRunWithResult } from "./run-with-result.ts";

/**
 * Runs of one group side by side, in the order asked for, each with the version that it made (null when it made none).
 *
 * @throws NotFoundError `run` when one of them is not there, or is another group's
 */
export async function compareRuns(ctx: Context, input: unknown) {
  const userId = requireUser(ctx.actor);
  const { group: slug, runIds } = parseInput(compareRunsInput, input);
  const group = await getGroupOrThrow(ctx.db, { userId, slug, scope: "run:read" });
  const found = await ctx.db.trainingRun.findMany({
    where: { id: { in: runIds }, model: { groupId: group.id } },
    ...runWithResult,
  });
  return runIds.map((id) => {
    const run = found.find((candidate) => candidate.id === id);
    if (!run) throw new NotFoundError("run");
    return showRunWithResult(run);
  });
}
