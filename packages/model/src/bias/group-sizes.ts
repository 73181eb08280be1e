import type { Confusions } from "./group-tally.ts";

/** How many cases and subjects groups and their labels have. */
export interface GroupSizes {
  cases(group: number, label?: number): number;
  /** Cases where nobody is named. */
  subjects(group: number, label?: number): number;
}

/**
 * @param confusions of the cases as they are `[groups, classes, classes]`
 * @param subjects `[count]`; @param groups `[count]`; @param labels `[count]`
 */
export function groupSizes(
  confusions: Confusions,
  classCount: number,
  { subjects, groups, labels }: { subjects: readonly string[] | undefined; groups: Int32Array; labels: Int32Array },
): GroupSizes {
  const cases = (group: number, label?: number): number => {
    const rows = label === undefined ? classCount : 1;
    const from = (group * classCount + (label ?? 0)) * classCount;
    return confusions.subarray(from, from + rows * classCount).reduce((sum, one) => sum + one, 0);
  };
  return {
    cases,
    subjects(group, label) {
      if (!subjects) return cases(group, label);
      const isMeant = (i: number): boolean => groups[i] === group && (label === undefined || labels[i] === label);
      return new Set(subjects.filter((_, i) => isMeant(i))).size;
    },
  };
}
