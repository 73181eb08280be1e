import { DataError } from "../../data-error.ts";
import type { ImageRecord, PictureSize, RecordSet } from "./image-record.ts";
import type { ImportOptions } from "./import-options.ts";

export interface MeasuredRecord {
  record: ImageRecord;
  size: PictureSize;
}

const AT_ONCE = 8;

/**
 * Reads the header of every image. A broken one ends it, unless broken ones are to be left out: then they are noted.
 *
 * @throws DataError of the first broken image; `bad-image` when there is none at all
 */
export async function measureRecords(
  set: RecordSet,
  { skipBroken }: ImportOptions,
): Promise<{ measured: MeasuredRecord[]; notes: string[] }> {
  const measured: MeasuredRecord[] = [];
  const notes: string[] = [];
  for (let first = 0; first < set.records.length; first += AT_ONCE) {
    const group = set.records.slice(first, first + AT_ONCE);
    const sizes = await Promise.allSettled(group.map((record) => record.size()));
    for (const [i, outcome] of sizes.entries()) {
      const record = group[i];
      if (!record) continue;
      if (outcome.status === "fulfilled") measured.push({ record, size: outcome.value });
      else if (skipBroken && outcome.reason instanceof DataError) notes.push(`left out: ${outcome.reason.message}`);
      else throw outcome.reason;
    }
  }
  if (measured.length > 0) return { measured, notes };
  throw new DataError({
    code: "bad-image",
    file: set.name,
    expected: "at least one image",
    found: notes.length > 0 ? `${notes.length} files, none of which can be read` : "none",
    advice: notes[0] ?? "Check that the right folder or archive was given.",
  });
}
