import type { SplitName } from "../../image-source.ts";

export interface SubjectOverlap {
  subject: string;
  splits: SplitName[];
  /** One image in each of the splits. */
  keys: string[];
}

/** Subjects with images in more than one split, in order of appearance. Images without a split or subject don't count. */
export function subjectOverlap(
  items: Iterable<{ key: string; subject: string | null; split: SplitName | null }>,
): SubjectOverlap[] {
  const found = new Map<string, Map<SplitName, string>>();
  for (const { key, subject, split } of items) {
    if (subject === null || split === null) continue;
    const splits = found.get(subject) ?? new Map<SplitName, string>();
    if (!splits.has(split)) splits.set(split, key);
    found.set(subject, splits);
  }
  return [...found]
    .filter(([, splits]) => splits.size > 1)
    .map(([subject, splits]) => ({ subject, splits: [...splits.keys()], keys: [...splits.values()] }));
}
