import type { DerivedAttribute, Transaction } from "@diaphane/db";
import { type AttributeColumn, readAttributeColumns } from "../dataset/read-attribute-columns.ts";
import { memberValues } from "./members-of-slices.ts";

/**
 * The attributes of a data set version, its own and those that were seen in slices of reports, by name. One that was taken back is
 * there only for whoever was promised it (`promised`).
 */
export async function readKnownColumns(
  tx: Pick<Transaction, "attribute" | "derivedAttribute" | "$queryRaw">,
  datasetVersionId: string,
  promised: readonly string[],
): Promise<AttributeColumn[]> {
  const derived = await tx.derivedAttribute.findMany({
    where: { datasetVersionId, OR: [{ removedAt: null }, { name: { in: [...promised] } }] },
    orderBy: { name: "asc" },
  });
  return [...(await readAttributeColumns(tx, datasetVersionId)), ...derived.map(columnOf)];
}

function columnOf({ name, members }: DerivedAttribute): AttributeColumn {
  const column = Float32Array.from(members, (value) => (value === memberValues.unknown ? Number.NaN : value));
  return { name, kind: "BINARY", values: ["no", "yes"], column };
}
