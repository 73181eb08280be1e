import type { BiasReport } from "@diaphane/model/bias";
import { type FigureName, wholeFigures } from "./group-figures.ts";

type Estimate = NonNullable<BiasReport["overall"][FigureName]>;

/** What a report was made with, as pages name it. */
const settingNames = [
  ...(["attributes", "labelled", "subjects", "seed", "draws", "permutations", "intervals"] as const),
  ...(["fewestCases", "fewestIntersection", "threshold"] as const),
];
export type SettingName = (typeof settingNames)[number];

export interface ReportChanges {
  settings: { name: SettingName; before: string; after: string }[];
  /** Figures that both have and that differ, those whose intervals no longer touch first, then by how far they moved. */
  moved: { attributes: string[]; group: (string | null)[]; figure: FigureName; before: Estimate; after: Estimate }[];
}

/** What is different in a report from the one before: what it was made with, and which numbers moved. */
export function reportChanges(before: BiasReport, after: BiasReport): ReportChanges {
  const [was, is] = [settingsOf(before), settingsOf(after)];
  const moved = groupsOf(after).flatMap(({ attributes, group, metrics }) => {
    const same = groupsOf(before).find((one) => keyOf(one) === keyOf({ attributes, group }));
    return wholeFigures.flatMap((figure) => {
      const [from, to] = [same?.metrics[figure], metrics[figure]];
      return from && to && from.value !== to.value ? [{ attributes, group, figure, before: from, after: to }] : [];
    });
  });
  return {
    settings: settingNames.flatMap((name) =>
      was[name] === is[name] ? [] : [{ name, before: was[name], after: is[name] }],
    ),
    moved: moved.toSorted(
      (a, b) =>
        Number(areApart(b.before, b.after)) - Number(areApart(a.before, a.after)) ||
        Math.abs(b.after.value - b.before.value) - Math.abs(a.after.value - a.before.value),
    ),
  };
}

/** Whether two intervals have nothing in common. */
export function areApart(a: Estimate, b: Estimate): boolean {
  return a.interval[1] < b.interval[0] || b.interval[1] < a.interval[0];
}

function settingsOf({ settings, performance, labelled, subjects }: BiasReport): Record<SettingName, string> {
  const { seed, draws, permutations, intervals, fewestCases, fewestIntersection, threshold } = settings;
  return {
    attributes: performance.flatMap(({ attributes }) => attributes).join(", "),
    ...{ labelled: `${labelled}`, subjects: `${subjects}`, seed: `${seed}`, draws: `${draws}` },
    ...{ permutations: `${permutations}`, intervals, fewestCases: `${fewestCases}` },
    ...{ fewestIntersection: `${fewestIntersection}`, threshold: threshold === null ? "–" : `${threshold}` },
  };
}

/** Everybody, then each group of each grouping. */
function groupsOf({ overall, performance, intersections }: BiasReport) {
  const all = { attributes: [] as string[], group: [] as (string | null)[], metrics: overall };
  const named = [...performance, ...intersections].flatMap(({ attributes, groups }) =>
    groups.map(({ group, metrics }) => ({ attributes, group, metrics })),
  );
  return [all, ...named];
}

function keyOf({ attributes, group }: { attributes: readonly string[]; group: readonly (string | null)[] }): string {
  return JSON.stringify([attributes, group]);
}
