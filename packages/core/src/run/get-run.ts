import { requireUser } from "../access/require-actor.ts";
import type { Context } from "../context.ts";
import { parentName } from "../model/parent-name.ts";
import { parseInput } from "../parse-input.ts";
import { getRunInput } from "../schemas.ts";
import { findRunOrThrow } from "./find-run.ts";

/** A run with its model, the data it trains on (`sets` where it learns several at once), and who started it. */
export async function getRun(ctx: Context, input: unknown) {
  const userId = requireUser(ctx.actor);
  const { runId } = parseInput(getRunInput, input);
  const { claim: _secret, ...run } = await findRunOrThrow(ctx.db, { userId, runId, scope: "run:read" });
  const [datasetVersion, creator, parent, sets] = await Promise.all([
    ctx.db.datasetVersion.findUniqueOrThrow({
      where: { id: run.datasetVersionId },
      omit: { summary: true },
      include: { dataset: { select: { id: true, name: true, isSynthetic: true } } },
    }),
    ctx.db.user.findUnique({ where: { id: run.createdBy }, select: { id: true, name: true } }),
    run.parentId ? ctx.db.modelVersion.findUnique({ where: { id: run.parentId }, select: parentName }) : null,
    ctx.db.pretrainingSet.findMany({
      where: { runId },
      orderBy: { position: "asc" },
      select: { datasetVersion: { select: { id: true, number: true, dataset: { select: { id: true, name: true } } } } },
    }),
  ]);
  return { ...run, datasetVersion, creator, parent, sets: sets.map((set) => set.datasetVersion) };
}
