import { attributeGroups, type BiasReport, type CaseOutcome, caseOutcomes, groupRows } from "@diaphane/model/bias";
import type { RouterOutputs } from "@/server/routers/index.ts";

export type ReportCases = RouterOutputs["report"]["cases"];

/** What a figure is about: a group of a grouping, or the images of a slice by their places. */
export type Subset =
  | { kind: "group"; attributes: readonly string[]; group: readonly (string | null)[] }
  | { kind: "places"; places: readonly number[] };

/** An image behind a figure, with what became of it. */
export interface CaseBehind extends CaseOutcome {
  /** Position in the data set version. */
  place: number;
}

const order = { missed: 0, falseAlarm: 1, confused: 2, right: 3 } as const;

/** Exactly the labelled images that a figure counts, errors first, and of each kind the surest first. */
export function behindFigure(
  cases: ReportCases,
  { classes, noFinding, settings: { threshold } }: Pick<BiasReport, "classes" | "noFinding" | "settings">,
  subset: Subset,
): CaseBehind[] {
  const { places, labels, logits } = cases;
  const isInside = membership(cases, subset);
  const none = noFinding === null ? null : classes.indexOf(noFinding);
  return caseOutcomes(logits, labels, { classCount: classes.length, threshold, noFinding: none })
    .filter(({ row }) => isInside(row))
    .map((one) => ({ ...one, place: places[one.row] ?? -1 }))
    .sort((a, b) => order[a.kind] - order[b.kind] || b.confidence - a.confidence || a.place - b.place);
}

function membership({ places, attributes }: ReportCases, subset: Subset): (row: number) => boolean {
  if (subset.kind === "places") {
    const wanted = new Set(subset.places);
    return (row) => wanted.has(places[row] ?? -1);
  }
  const rows = [...places.keys()];
  const columns = subset.attributes.flatMap((name) => attributes.filter((one) => one.name === name));
  // An attribute that was taken back since: its groups can't be told any more.
  if (columns.length < subset.attributes.length) return () => false;
  const grouped = columns.map(({ column, ...attribute }) =>
    attributeGroups({ ...attribute, column: column.map((value) => value ?? Number.NaN) }, rows),
  );
  const inside = groupRows(grouped, subset.group);
  return (row) => inside.has(row);
}
