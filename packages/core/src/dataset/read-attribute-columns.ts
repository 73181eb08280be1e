import type { Attribute, AttributeKind, Prisma, Transaction } from "@diaphane/db";

/** An attribute of all samples of a version. */
export interface AttributeColumn {
  name: string;
  kind: AttributeKind;
  values: string[];
  /** In index order: the number of a continuous one, else the place of the value among `values`; NaN where none is known. */
  column: Float32Array;
}

/** The attributes of a version as columns of numbers, by name. */
export async function readAttributeColumns(
  tx: Pick<Transaction, "attribute" | "$queryRaw">,
  datasetVersionId: string,
  which: Prisma.AttributeWhereInput = {},
): Promise<AttributeColumn[]> {
  const attributes = await tx.attribute.findMany({ where: { ...which, datasetVersionId }, orderBy: { name: "asc" } });
  const columns: AttributeColumn[] = [];
  for (const attribute of attributes) {
    const { name, kind, values } = attribute;
    const [row] = await tx.$queryRaw<{ column: unknown[] | null }[]>`
      SELECT jsonb_agg(attributes -> ${name} ORDER BY index) AS column
      FROM samples WHERE dataset_version_id = ${datasetVersionId}`;
    columns.push({ name, kind, values, column: Float32Array.from(row?.column ?? [], numberIn(attribute)) });
  }
  return columns;
}

function numberIn({ kind, values }: Attribute): (value: unknown) => number {
  if (kind === "CONTINUOUS") return (value) => (typeof value === "number" ? value : Number.NaN);
  const places = new Map<unknown, number>(values.map((value, place) => [value, place]));
  return (value) => places.get(value) ?? Number.NaN;
}
