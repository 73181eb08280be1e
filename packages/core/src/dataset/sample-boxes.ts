import type { Transaction } from "@diaphane/db";
import { type SampleBox, sampleBoxes } from "../schemas.ts";

/** Parsed and forgotten in runs of so many, so that memory holds the boxes once. */
const rowsAtOnce = 5000;

/** The boxes of every sample of a version, `[imageCount]` in index order; null where nobody looked for any. */
export async function readSampleBoxes(
  tx: Pick<Transaction, "sample">,
  { id: datasetVersionId, imageCount }: { id: string; imageCount: number },
): Promise<(SampleBox[] | null)[]> {
  const boxes: (SampleBox[] | null)[] = Array.from({ length: imageCount }, () => null);
  for (let first = 0; first < imageCount; first += rowsAtOnce) {
    const rows = await tx.sample.findMany({
      where: { datasetVersionId, index: { gte: first, lt: first + rowsAtOnce } },
      select: { index: true, boxes: true },
    });
    for (const row of rows) boxes[row.index] = sampleBoxes.parse(row.boxes);
  }
  return boxes;
}
