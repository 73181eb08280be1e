import type { ImageSample } from "@diaphane/data";
import type { Transaction } from "@diaphane/db";

/** Samples as they come from a source, in order, in runs of any length. */
export type SampleBatches = AsyncIterable<readonly ImageSample[]> | Iterable<readonly ImageSample[]>;

const splits = { train: "TRAIN", validation: "VALIDATION", test: "TEST" } as const;
const rowsAtOnce = 5000;

/**
 * Puts samples into a table that lives as long as the transaction: a version's row never changes, so what it says of its
 * samples is counted before it is written.
 *
 * @returns how many there are
 */
export async function stageSamples(tx: Transaction, batches: SampleBatches): Promise<number> {
  await tx.$executeRaw`
    CREATE TEMPORARY TABLE staged_samples (index int, split "split", subject text, label int, attributes jsonb)
    ON COMMIT DROP`;
  let index = 0;
  for await (const batch of batches) {
    for (let start = 0; start < batch.length; start += rowsAtOnce) {
      const rows = batch.slice(start, start + rowsAtOnce).map(({ split, ...sample }) => {
        return { ...sample, split: splits[split], index: index++ };
      });
      await tx.$executeRaw`
        INSERT INTO staged_samples
        SELECT * FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
          AS row (index int, split "split", subject text, label int, attributes jsonb)`;
    }
  }
  return index;
}

/** Moves the staged samples into a version. */
export async function keepStagedSamples(tx: Transaction, versionId: string): Promise<void> {
  await tx.$executeRaw`
    INSERT INTO samples (dataset_version_id, index, split, subject, label, attributes)
    SELECT ${versionId}, index, split, subject, label, coalesce(attributes, '{}') FROM staged_samples`;
}
