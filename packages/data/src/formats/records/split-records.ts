import { DataError } from "../../data-error.ts";
import type { SplitName } from "../../image-source.ts";
import { assignSplits } from "./assign-splits.ts";
import type { ImageRecord, RecordSet } from "./image-record.ts";
import type { ImportOptions } from "./import-options.ts";
import type { MeasuredRecord } from "./measure-records.ts";
import { subjectOverlap } from "./subject-overlap.ts";

/**
 * Gives every image its split: what the files say, or drawn by subject and stratified by label.
 *
 * @throws DataError `missing-key` for an image that has none among others that have; `subject-overlap`
 */
export function splitRecords(
  set: RecordSet,
  measured: readonly MeasuredRecord[],
  options: ImportOptions,
): (MeasuredRecord & { record: ImageRecord & { split: SplitName } })[] {
  const records = measured.map(({ record }) => record);
  const isGiven = !options.resplit && records.some(({ split }) => split !== null);
  const splits = isGiven ? givenSplits(set, records) : drawnSplits(records, options);
  return measured.map(({ record, size }, i) => ({ size, record: { ...record, split: splits[i] ?? "train" } }));
}

function drawnSplits(records: readonly ImageRecord[], options: ImportOptions): SplitName[] {
  const items = records.map(({ key, subject, label }) => ({ key, subject, stratum: label ?? "" }));
  return assignSplits(items, options);
}

function givenSplits(set: RecordSet, records: readonly ImageRecord[]): SplitName[] {
  const splits = records.map(({ key, split }) => {
    if (split !== null) return split;
    const advice = "Fill it in, leave the image out, or let the splits be drawn anew.";
    throw new DataError({
      code: "missing-key",
      file: set.name,
      key,
      expected: "a split, as others have",
      found: "none",
      advice,
    });
  });
  const [overlap] = subjectOverlap(records);
  if (!overlap) return splits;
  throw new DataError({
    code: "subject-overlap",
    file: set.name,
    key: overlap.keys[0] ?? "",
    expected: "every subject in one split only",
    found: `subject ${JSON.stringify(overlap.subject)} in ${overlap.splits.join(" and ")}`,
    advice: "Correct the splits, or let them be drawn anew: scores on persons who were trained on are too good.",
  });
}
