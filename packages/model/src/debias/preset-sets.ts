import { shuffledIndices } from "../random/shuffle.ts";

/** Of the held-out images that are not evidence; the others choose the strength. */
const fitShare = 0.6;
/** Of images that belong to no split; the others are evidence. */
const composedShare = 0.5;

/** Rows of three sets that share no subject. */
export interface PresetSets {
  /** The map is fitted on them. */
  fit: number[];
  /** Its strength is chosen on them. */
  selection: number[];
  /** They are scored once, when it is made. */
  evidence: number[];
}

export interface HeldOutRows {
  /** Rows that training did not learn from, but was chosen by; none where the images are of no split. */
  validation: readonly number[];
  test: readonly number[];
  /** Of every row; null for somebody of their own. Left out where nobody is named at all. */
  subjects?: readonly (string | number | null)[] | undefined;
}

/**
 * Who a preset is fitted on, who its strength is chosen on and who it is judged by: test rows are evidence, validation rows of
 * other subjects are divided between the first two, by subject. Rows of data without splits (which the model was not trained on) are
 * divided into all three.
 */
export function presetSets({ validation, test, subjects }: HeldOutRows, seed: number): PresetSets {
  const subjectOf = (row: number) => subjects?.[row] ?? `row ${row}`;
  const [composed, evidence] =
    validation.length > 0 ? [validation, test] : dividedBySubject(test, composedShare, subjectOf, seed);
  const judged = new Set(evidence.map(subjectOf));
  const free = composed.filter((row) => !judged.has(subjectOf(row)));
  const [fit, selection] = dividedBySubject(free, fitShare, subjectOf, seed + 1);
  return { fit, selection, evidence: [...evidence] };
}

/** All rows of random subjects until they are the share of all, and the others; both ascending as `rows` are. */
function dividedBySubject(
  rows: readonly number[],
  share: number,
  subjectOf: (row: number) => string | number,
  seed: number,
): [number[], number[]] {
  const sizes = new Map<string | number, number>();
  for (const row of rows) sizes.set(subjectOf(row), (sizes.get(subjectOf(row)) ?? 0) + 1);
  const subjects = [...sizes.keys()];
  const first = new Set<string | number>();
  let taken = 0;
  for (const place of shuffledIndices(subjects.length, seed)) {
    if (taken >= share * rows.length) break;
    const subject = subjects[place] ?? "";
    first.add(subject);
    taken += sizes.get(subject) ?? 0;
  }
  return [rows.filter((row) => first.has(subjectOf(row))), rows.filter((row) => !first.has(subjectOf(row)))];
}
