import { type AuditRequest, auditModel, type Grouping, type GroupMetrics } from "@diaphane/model/bias";

type Estimates = { [Measure in keyof GroupMetrics]?: NonNullable<GroupMetrics[Measure]> };
type Estimate = NonNullable<GroupMetrics["accuracy"]>;

/** Figures by group as the command line gives them as JSON; what can't be told from so few cases is left out. */
export interface GroupReport {
  groups: ({ group: string; attribute: string; value: string | null; n: number } & Estimates)[];
  /** Cells of label × attribute value. */
  cells: { group: string; label: string; attribute: string; value: string | null; n: number; accuracy?: Estimate }[];
  /** The cell with the lowest accuracy; null without one of enough cases. */
  worstGroup: {
    group: string;
    label: string;
    attribute: string;
    value: string | null;
    n: number;
    accuracy: Estimate;
  } | null;
}

/** Metrics of every group and cell, with 95 % intervals. */
export function reportGroups(request: AuditRequest, seed: number, draws: number): GroupReport {
  const { performance } = auditModel(request, {
    ...{ seed, draws, permutations: 0, without: ["intersections", "use", "slices"] },
  });
  const cells = performance.flatMap(cellsOf);
  const measured = cells.flatMap(({ accuracy, ...cell }) => (accuracy ? [{ ...cell, accuracy }] : []));
  const [worst = null] = measured.toSorted((a, b) => a.accuracy.value - b.accuracy.value);
  return { groups: performance.flatMap(groupsOf), cells, worstGroup: worst };
}

function groupsOf({ attributes, groups }: Grouping): GroupReport["groups"] {
  const [attribute = ""] = attributes;
  return groups.map(({ group: [value = null], n, metrics }) => ({
    ...{ group: nameOf(attribute, value), attribute, value, n },
    ...estimatesOf(metrics),
  }));
}

function cellsOf({ attributes, cells }: Grouping): GroupReport["cells"] {
  const [attribute = ""] = attributes;
  return cells.map(({ label, group: [value = null], n, accuracy }) => ({
    ...{ group: `${label}, ${nameOf(attribute, value)}`, label, attribute, value, n },
    ...(accuracy ? { accuracy } : {}),
  }));
}

function estimatesOf(metrics: GroupMetrics): Estimates {
  return Object.fromEntries(Object.entries(metrics).filter(([, estimate]) => estimate !== null));
}

function nameOf(attribute: string, value: string | null): string {
  return `${attribute}=${value ?? "missing"}`;
}

/** The same in lines for a person. */
export function printGroups({ groups, worstGroup }: GroupReport): string {
  const lines = groups.map(({ group, n, accuracy, auroc }) => {
    const figures = [accuracy ? `accuracy ${shown(accuracy)}` : "accuracy: not enough data"];
    if (auroc) figures.push(`AUC ${shown(auroc)}`);
    return `  ${group.padEnd(24)} n = ${n}, ${figures.join(", ")}`;
  });
  const worst = worstGroup
    ? [`worst group: ${worstGroup.group} (n = ${worstGroup.n}), accuracy ${shown(worstGroup.accuracy)}`]
    : [];
  return ["by group:", ...lines, ...worst].join("\n");
}

function shown({ value, interval }: Estimate): string {
  return `${value.toFixed(3)} [${interval.map((bound) => bound.toFixed(3)).join(", ")}]`;
}
