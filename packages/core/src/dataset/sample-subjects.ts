import type { Transaction } from "@diaphane/db";

/** The subject of every sample of a version, `[imageCount]` in index order; null where nobody says. */
export async function readSampleSubjects(
  tx: Pick<Transaction, "$queryRaw">,
  versionId: string,
): Promise<(string | null)[]> {
  const [row] = await tx.$queryRaw<{ subjects: (string | null)[] | null }[]>`
    SELECT array_agg(subject ORDER BY index) AS subjects FROM samples WHERE dataset_version_id = ${versionId}`;
  return row?.subjects ?? [];
}
