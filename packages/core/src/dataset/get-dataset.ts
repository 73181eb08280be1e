import { requireUser } from "../access/require-actor.ts";
import type { Context } from "../context.ts";
import { parseInput } from "../parse-input.ts";
import { getDatasetInput } from "../schemas.ts";
import { findDatasetOrThrow } from "./find-dataset.ts";

/** A data set with its group, its versions and its imports, newest first. */
export async function getDataset(ctx: Context, input: unknown) {
  const userId = requireUser(ctx.actor);
  const { datasetId } = parseInput(getDatasetInput, input);
  const dataset = await findDatasetOrThrow(ctx.db, { userId, datasetId, scope: "dataset:read" });
  const [versions, imports] = await Promise.all([
    ctx.db.datasetVersion.findMany({ where: { datasetId }, orderBy: { number: "desc" }, omit: { summary: true } }),
    ctx.db.import.findMany({ where: { datasetId }, orderBy: { createdAt: "desc" }, omit: { claim: true } }),
  ]);
  return { ...dataset, versions, imports };
}
