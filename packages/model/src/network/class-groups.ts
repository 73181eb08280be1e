import { z } from "zod";

const name = z.string().min(1).max(90);

/** The class head of one of several sets that a network was trained on at once. */
export const classGroup = z.strictObject({ set: name, classes: z.array(name).min(2).max(1000) });
export type ClassGroup = z.infer<typeof classGroup>;

/**
 * The classes of all groups in the order of the head's outputs, each behind its set's name. As the class head is linear on mu, the heads
 * of several sets are one layer over the classes of them all; only the softmax is taken group by group.
 */
export function groupedClasses(groups: readonly ClassGroup[]): string[] {
  return groups.flatMap(({ set, classes }) => classes.map((each) => `${set}: ${each}`));
}

/** Where a set's classes stand among those of the head; null for a set without a group, whose images have no labels. */
export function placeOfGroup(groups: readonly ClassGroup[], set: string): { first: number; classes: string[] } | null {
  let first = 0;
  for (const group of groups) {
    if (group.set === set) return { first, classes: group.classes };
    first += group.classes.length;
  }
  return null;
}

/** What is wrong with groups beside the classes of their network; null when nothing is. */
export function classGroupsProblem(groups: readonly ClassGroup[], classes: readonly string[]): string | null {
  if (new Set(groups.map(({ set }) => set)).size < groups.length) return "Each set may have one group of classes.";
  const isWhole = groupedClasses(groups).join("\n") === classes.join("\n");
  return isWhole ? null : "The classes are to be those of the groups, one after the other, as SET: CLASS.";
}
