import type { ImageSample } from "@diaphane/data";
import type { Transaction } from "@diaphane/db";

/** Samples as they come from a source, in order, in runs of any length. */
export type SampleBatches = AsyncIterable<readonly ImageSample[]> | Iterable<readonly ImageSample[]>;

const splits = { train: "TRAIN", validation: "VALIDATION", test: "TEST" } as const;
/** A statement carries up to so many samples, and boxes: it is one text in memory. */
const rowsAtOnce = 5000;
const boxesAtOnce = 50_000;

/**
 * Puts samples into a table that lives as long as the transaction: a version's row never changes, so what it says of its
 * samples is counted before it is written.
 *
 * @returns how many there are
 */
export async function stageSamples(tx: Transaction, batches: SampleBatches): Promise<number> {
  await tx.$executeRaw`
    CREATE TEMPORARY TABLE staged_samples (index int, split "split", subject text, label int, attributes jsonb, boxes jsonb)
    ON COMMIT DROP`;
  let index = 0;
  for await (const batch of batches) {
    for (const run of inRuns(batch)) {
      const rows = run.map(({ split, ...sample }) => ({ ...sample, split: splits[split], index: index++ }));
      await tx.$executeRaw`
        INSERT INTO staged_samples
        SELECT * FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
          AS row (index int, split "split", subject text, label int, attributes jsonb, boxes jsonb)`;
    }
  }
  return index;
}

/** Moves the staged samples into a version. */
export async function keepStagedSamples(tx: Transaction, versionId: string): Promise<void> {
  await tx.$executeRaw`
    INSERT INTO samples (dataset_version_id, index, split, subject, label, attributes, boxes)
    SELECT ${versionId}, index, split, subject, label, coalesce(attributes, '{}'), boxes FROM staged_samples`;
}

function* inRuns(batch: readonly ImageSample[]): Generator<readonly ImageSample[]> {
  let start = 0;
  let boxes = 0;
  for (const [i, sample] of batch.entries()) {
    boxes += sample.boxes?.length ?? 0;
    if (i + 1 - start < rowsAtOnce && boxes < boxesAtOnce) continue;
    yield batch.slice(start, i + 1);
    start = i + 1;
    boxes = 0;
  }
  if (start < batch.length) yield batch.slice(start);
}
