import { Prisma, type Transaction } from "@diaphane/db";
import { sampleWhere } from "../dataset/sample-where.ts";
import type { SampleFilter } from "../schemas.ts";

interface Layout {
  taskId: string;
  datasetVersionId: string;
  filter: SampleFilter;
  order: "RANDOM" | "AS_STORED";
  seed: number;
  overlap: { count: number; share: number };
}

/**
 * Gives a task its images, in the order in which they are handed out. Both the random order and which images several people
 * label depend on the seed alone; the latter are spread over the whole order.
 *
 * @returns how many images the task has
 */
export async function layOutImages(tx: Pick<Transaction, "$executeRaw">, layout: Layout): Promise<number> {
  const { taskId, datasetVersionId, filter, order, seed, overlap } = layout;
  const drawn = (purpose: string) => Prisma.sql`md5(${`${seed}:${purpose}:`}::text || index::text), index`;
  const position = order === "RANDOM" ? drawn("order") : Prisma.sql`index`;
  return await tx.$executeRaw`
    INSERT INTO task_images (task_id, sample_index, position, wanted)
    SELECT ${taskId}, index, row_number() OVER (ORDER BY ${position}),
      CASE WHEN row_number() OVER (ORDER BY ${drawn("overlap")}) <= round(${overlap.share}::float8 * count(*) OVER ())
        THEN ${overlap.count}::int ELSE 1 END
    FROM samples WHERE ${sampleWhere(datasetVersionId, filter)}`;
}
