import { DataError } from "@diaphane/data";
import type { RecordSource } from "@diaphane/data/formats";

/**
 * Published data sets name others that have images of the same persons: one is never learned from and the other measured on.
 *
 * @param learned what data sets are called that a model learns, or has learned, from
 * @throws DataError `subject-overlap`
 */
export function refuseRelated(
  { meta, origin }: Pick<RecordSource, "meta" | "origin">,
  learned: readonly string[],
): void {
  const related = learned.find((name) => origin?.subjectOverlaps.includes(name));
  if (origin === undefined || related === undefined) return;
  throw new DataError({
    code: "subject-overlap",
    file: meta.name,
    key: origin.id,
    expected: "data sets of different persons",
    found: `images of persons who are in ${related} too`,
    advice: "Leave one of them out, or say --allow-overlap if nothing is to be concluded from the scores.",
  });
}
