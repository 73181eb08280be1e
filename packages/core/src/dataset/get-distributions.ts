import { requireUser } from "../access/require-actor.ts";
import type { Context } from "../context.ts";
import { parseInput } from "../parse-input.ts";
import { type DatasetSummary, datasetSummary, getDistributionsInput } from "../schemas.ts";
import { findVersionOrThrow } from "./find-dataset.ts";

/** How labels and attributes are distributed over a version's splits. */
export async function getDistributions(ctx: Context, input: unknown): Promise<DatasetSummary> {
  const userId = requireUser(ctx.actor);
  const { versionId } = parseInput(getDistributionsInput, input);
  const { summary } = await findVersionOrThrow(ctx.db, userId, versionId);
  return datasetSummary.parse(summary);
}
