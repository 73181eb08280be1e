import type { ImageSample, SplitName } from "@diaphane/data";
import type { Transaction } from "@diaphane/db";
import { z } from "zod";
import { sampleBoxes } from "../schemas.ts";

const rowsAtOnce = 5000;
const attributes = z.record(z.string(), z.union([z.string(), z.number(), z.null()]));
const splits = { TRAIN: "train", VALIDATION: "validation", TEST: "test" } as const satisfies Record<string, SplitName>;

/** All that is known of a version's images, in index order, as a source gives it. */
export async function readExportedSamples(
  tx: Pick<Transaction, "sample">,
  { id: datasetVersionId, imageCount, boxClasses }: { id: string; imageCount: number; boxClasses: string[] },
): Promise<ImageSample[]> {
  const samples: ImageSample[] = [];
  for (let first = 0; first < imageCount; first += rowsAtOnce) {
    const rows = await tx.sample.findMany({
      where: { datasetVersionId, index: { gte: first, lt: first + rowsAtOnce } },
      orderBy: { index: "asc" },
    });
    for (const { split, label, subject, attributes: values, boxes } of rows) {
      const known = { split: splits[split], label, subject, attributes: attributes.parse(values) };
      samples.push(boxClasses.length > 0 ? { ...known, boxes: sampleBoxes.parse(boxes) } : known);
    }
  }
  return samples;
}
