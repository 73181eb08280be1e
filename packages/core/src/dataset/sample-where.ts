import { Prisma } from "@diaphane/db";
import type { SampleFilter } from "../schemas.ts";

/** The samples of a version that pass a filter, as the condition of a query on `samples`. */
export function sampleWhere(versionId: string, filter?: SampleFilter): Prisma.Sql {
  const conditions = [Prisma.sql`dataset_version_id = ${versionId}`];
  if (filter && filter.splits.length > 0) conditions.push(Prisma.sql`split = ANY (${filter.splits}::"split"[])`);
  if (filter && filter.labels.length > 0) {
    const labels = filter.labels.filter((label) => label !== null);
    const orUnlabelled = filter.labels.includes(null) ? Prisma.sql`OR label IS NULL` : Prisma.empty;
    conditions.push(Prisma.sql`(label = ANY (${labels}::int[]) ${orUnlabelled})`);
  }
  for (const [name, values] of Object.entries(filter?.attributes ?? {})) {
    if (values.length > 0) conditions.push(Prisma.sql`attributes ->> ${name} = ANY (${values})`);
  }
  return Prisma.join(conditions, " AND ");
}
