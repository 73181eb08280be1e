import { requireUser } from "../access/require-actor.ts";
import type { Context } from "../context.ts";
import { parseInput } from "../parse-input.ts";
import { listSampleIndicesInput } from "../schemas.ts";
import { findVersionOrThrow } from "./find-dataset.ts";
import { readSampleColumns, type SampleColumns } from "./sample-columns.ts";

/** All samples that pass a filter, for a grid that shows any part of them. */
export async function listSampleIndices(ctx: Context, input: unknown): Promise<SampleColumns> {
  const userId = requireUser(ctx.actor);
  const { versionId, filter } = parseInput(listSampleIndicesInput, input);
  await findVersionOrThrow(ctx.db, userId, versionId);
  return await readSampleColumns(ctx.db, versionId, filter);
}
