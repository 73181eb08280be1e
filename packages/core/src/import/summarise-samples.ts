import { Prisma, type Split, type Transaction } from "@diaphane/db";
import type { DatasetSummary, SplitCounts } from "../schemas.ts";

interface AttributeDefinition {
  name: string;
  kind: "BINARY" | "CATEGORICAL" | "CONTINUOUS";
  values: string[];
}

interface Counted<Value> {
  value: Value;
  split: Split;
  count: number;
}

type AttributeSummary = DatasetSummary["attributes"][number];

const binCount = 20;

/** Counts the staged samples, in the database: however many there are, only the counts come back. */
export async function summariseStagedSamples(
  tx: Transaction,
  definition: { classes: string[]; attributes: AttributeDefinition[]; hasSubjects: boolean },
): Promise<DatasetSummary> {
  const byLabel = await tx.$queryRaw<Counted<number | null>[]>`
    SELECT label AS value, split::text AS split, count(*)::int AS count FROM staged_samples GROUP BY label, split`;
  const [subjects] = await tx.$queryRaw<{ total: number; several: number }[]>`
    SELECT count(*)::int AS total, count(*) FILTER (WHERE splits > 1)::int AS several
    FROM (SELECT count(DISTINCT split) AS splits FROM staged_samples WHERE subject IS NOT NULL GROUP BY subject) AS s`;
  const attributes: AttributeSummary[] = [];
  for (const attribute of definition.attributes) {
    attributes.push(await summariseAttribute(tx, attribute));
  }
  const labels = [...definition.classes.keys(), null].map((label) => ({ label, counts: countsOf(byLabel, label) }));
  return {
    splits: sumCounts(byLabel),
    labels: labels.filter(({ label, counts }) => label !== null || total(counts) > 0),
    attributes,
    subjects: definition.hasSubjects ? (subjects?.total ?? 0) : null,
    subjectsInSeveralSplits: subjects?.several ?? 0,
  };
}

async function summariseAttribute(tx: Transaction, attribute: AttributeDefinition): Promise<AttributeSummary> {
  const { name, kind } = attribute;
  if (kind === "CONTINUOUS") return await summariseContinuous(tx, name);
  const found = await tx.$queryRaw<Counted<string | null>[]>`
    SELECT attributes ->> ${name} AS value, split::text AS split, count(*)::int AS count
    FROM staged_samples GROUP BY 1, 2`;
  const values = [...attribute.values, null].map((value) => ({ value, counts: countsOf(found, value) }));
  return { name, kind, values: values.filter(({ value, counts }) => value !== null || total(counts) > 0) };
}

async function summariseContinuous(tx: Transaction, name: string): Promise<AttributeSummary> {
  const value = Prisma.sql`CASE jsonb_typeof(attributes -> ${name}) WHEN 'number'
    THEN (attributes ->> ${name})::float8 END`;
  const [range] = await tx.$queryRaw<{ min: number | null; max: number | null }[]>`
    SELECT min(${value}) AS min, max(${value}) AS max FROM staged_samples`;
  const min = range?.min ?? 0;
  const max = range?.max ?? 0;
  const bins = max > min ? binCount : 1;
  // The greatest value falls beyond the last bin by width_bucket's rule, and belongs into it by ours.
  const found = await tx.$queryRaw<Counted<number | null>[]>`
    SELECT CASE WHEN ${max}::float8 > ${min}::float8
        THEN least(width_bucket(${value}, ${min}::float8, ${max}::float8, ${bins}::int), ${bins}::int)
        ELSE CASE WHEN ${value} IS NOT NULL THEN 1 END END AS value,
      split::text AS split, count(*)::int AS count
    FROM staged_samples GROUP BY 1, 2`;
  const width = (max - min) / bins;
  return {
    name,
    kind: "CONTINUOUS",
    min,
    max,
    bins: Array.from({ length: bins }, (_, bin) => {
      const to = bin === bins - 1 ? max : min + width * (bin + 1);
      return { from: min + width * bin, to, counts: countsOf(found, bin + 1) };
    }),
    missing: countsOf(found, null),
  };
}

function countsOf<Value>(found: Counted<Value>[], value: Value): SplitCounts {
  return sumCounts(found.filter((row) => row.value === value));
}

function sumCounts(rows: Counted<unknown>[]): SplitCounts {
  const counts = { TRAIN: 0, VALIDATION: 0, TEST: 0 };
  for (const { split, count } of rows) counts[split] += count;
  return counts;
}

function total({ TRAIN, VALIDATION, TEST }: SplitCounts): number {
  return TRAIN + VALIDATION + TEST;
}
