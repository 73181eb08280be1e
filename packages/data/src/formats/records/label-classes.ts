import { DataError } from "../../data-error.ts";
import { naturally } from "./describe-attributes.ts";
import type { ImageRecord, RecordSet } from "./image-record.ts";

/** More classes than this is a column of something else, such as an identifier. */
const MAX_CLASSES = 1000;

/** The classes by name in their order: the format's own, else those that occur. @throws DataError `wrong-labels` */
export function labelClasses({ name, classes }: RecordSet, records: readonly ImageRecord[]): string[] {
  const seen = new Map<string, string>();
  for (const { label, key } of records) if (label !== null && !seen.has(label)) seen.set(label, key);
  const known = classes ?? naturally(seen.keys());
  if (known.length > MAX_CLASSES) {
    const [expected, found] = [`at most ${MAX_CLASSES} classes`, String(known.length)];
    const advice = "Choose the column that holds the class.";
    throw new DataError({ code: "wrong-labels", file: name, expected, found, advice });
  }
  const names = new Set(known);
  for (const [label, key] of seen) {
    if (names.has(label)) continue;
    const expected = `one of ${known.slice(0, 12).join(", ")}`;
    const advice = "Correct the label, or add the class.";
    throw new DataError({ code: "wrong-labels", file: name, key, expected, found: JSON.stringify(label), advice });
  }
  return known;
}
