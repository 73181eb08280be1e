import type { Transaction } from "@diaphane/db";

/** Whose image each sample of a version is, `[imageCount]` in index order; null where that is not known. */
export async function readSampleSubjects(
  tx: Pick<Transaction, "sample">,
  { id: datasetVersionId }: { id: string },
): Promise<(string | null)[]> {
  const rows = await tx.sample.findMany({
    where: { datasetVersionId },
    orderBy: { index: "asc" },
    select: { subject: true },
  });
  return rows.map(({ subject }) => subject);
}
