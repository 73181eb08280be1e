import { requireWorker } from "../access/require-actor.ts";
import type { Context } from "../context.ts";
import { parseInput } from "../parse-input.ts";
import { readAttributeNumbersInput } from "../schemas.ts";
import { readAttributeColumns } from "./read-attribute-columns.ts";

/**
 * Attributes of a version's samples as numbers, for training: a continuous one as it is, the values of a binary one as 0 and 1, NaN
 * where none is known. The values of a categorical one have no order, so there is no number for them.
 *
 * @returns for each of the names that the version has as a number, a column in index order
 */
export async function readAttributeNumbers(ctx: Context, input: unknown): Promise<Map<string, Float32Array>> {
  requireWorker(ctx.actor);
  const { versionId, names } = parseInput(readAttributeNumbersInput, input);
  const ordered = { name: { in: names }, kind: { not: "CATEGORICAL" as const } };
  const columns = await readAttributeColumns(ctx.db, versionId, ordered);
  return new Map(columns.map(({ name, column }) => [name, column]));
}
