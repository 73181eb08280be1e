import type { AttributeKind } from "@diaphane/db";
import { requireWorker } from "../access/require-actor.ts";
import type { Context } from "../context.ts";
import { parseInput } from "../parse-input.ts";
import { readAttributeNumbersInput } from "../schemas.ts";

/**
 * Attributes of a version's samples as numbers, for training: a continuous one as it is, the values of a binary one as 0 and 1, NaN
 * where none is known. The values of a categorical one have no order, so there is no number for them.
 *
 * @returns for each of the names that the version has as a number, a column in index order
 */
export async function readAttributeNumbers(ctx: Context, input: unknown): Promise<Map<string, Float32Array>> {
  requireWorker(ctx.actor);
  const { versionId, names } = parseInput(readAttributeNumbersInput, input);
  const attributes = await ctx.db.attribute.findMany({
    where: { datasetVersionId: versionId, name: { in: names }, kind: { not: "CATEGORICAL" } },
  });
  const columns = new Map<string, Float32Array>();
  for (const { name, kind, values } of attributes) {
    const [row] = await ctx.db.$queryRaw<{ column: unknown[] | null }[]>`
      SELECT jsonb_agg(attributes -> ${name} ORDER BY index) AS column
      FROM samples WHERE dataset_version_id = ${versionId}`;
    columns.set(
      name,
      Float32Array.from(row?.column ?? [], (value) => numberOf(value, kind, values)),
    );
  }
  return columns;
}

function numberOf(value: unknown, kind: AttributeKind, values: string[]): number {
  if (kind === "CONTINUOUS") return typeof value === "number" ? value : Number.NaN;
  const place = typeof value === "string" ? values.indexOf(value) : -1;
  return place < 0 ? Number.NaN : place;
}
