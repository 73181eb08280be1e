import {
  type AuditRequest,
  auditModel,
  type BiasReport,
  type DenseGapKind,
  type Grouping,
  type GroupMetrics,
} from "@diaphane/model/bias";

type Measures = keyof GroupMetrics | DenseGapKind;
type Estimates = { [Measure in Measures]?: Estimate };
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
  const report = auditModel(request, {
    ...{ seed, draws, permutations: 0, without: ["intersections", "use", "slices"] },
  });
  const { performance } = report;
  const cells = performance.flatMap(cellsOf);
  const measured = cells.flatMap(({ accuracy, ...cell }) => (accuracy ? [{ ...cell, accuracy }] : []));
  const [worst = null] = measured.toSorted((a, b) => a.accuracy.value - b.accuracy.value);
  return { groups: groupsOf(report), cells, worstGroup: worst };
}

/** Every value of every attribute once, with what classes, masks and boxes have of it. */
function groupsOf({ performance, segmentation = [], detection = [] }: BiasReport): GroupReport["groups"] {
  const found = new Map<string, GroupReport["groups"][number]>();
  const add = ({ attributes: [attribute = ""] }: { attributes: string[] }, one: DenseOrWhole) => {
    const [value = null] = one.group;
    const group = nameOf(attribute, value);
    const known = found.get(group) ?? { group, attribute, value, n: one.n };
    found.set(group, { ...known, ...estimatesOf(one.metrics) });
  };
  for (const grouping of performance) for (const one of grouping.groups) add(grouping, one);
  for (const grouping of segmentation) {
    for (const { group, n, dice, hd95 } of grouping.groups) add(grouping, { group, n, metrics: { dice, hd95 } });
  }
  for (const grouping of detection) {
    for (const { group, n, ap50, recall } of grouping.groups) add(grouping, { group, n, metrics: { ap50, recall } });
  }
  return [...found.values()];
}

interface DenseOrWhole {
  group: (string | null)[];
  n: number;
  metrics: { [Measure in Measures]?: Estimate | null };
}

function cellsOf({ attributes, cells }: Grouping): GroupReport["cells"] {
  const [attribute = ""] = attributes;
  return cells.map(({ label, group: [value = null], n, accuracy }) => ({
    ...{ group: `${label}, ${nameOf(attribute, value)}`, label, attribute, value, n },
    ...(accuracy ? { accuracy } : {}),
  }));
}

function estimatesOf(metrics: DenseOrWhole["metrics"]): Estimates {
  return Object.fromEntries(Object.entries(metrics).filter(([, estimate]) => estimate !== null));
}

function nameOf(attribute: string, value: string | null): string {
  return `${attribute}=${value ?? "missing"}`;
}

const printed = [
  ["accuracy", "accuracy"],
  ["auroc", "AUC"],
  ["dice", "Dice"],
  ["hd95", "HD95 px"],
  ["ap50", "AP50"],
  ["recall", "box recall"],
] as const;

/** The same in lines for a person. */
export function printGroups({ groups, worstGroup }: GroupReport): string {
  const lines = groups.map((one) => {
    const figures = printed.flatMap(([measure, name]) => {
      const estimate = one[measure];
      return estimate ? [`${name} ${shown(estimate)}`] : [];
    });
    return `  ${one.group.padEnd(24)} n = ${one.n}, ${figures.join(", ") || "not enough data"}`;
  });
  const worst = worstGroup
    ? [`worst group: ${worstGroup.group} (n = ${worstGroup.n}), accuracy ${shown(worstGroup.accuracy)}`]
    : [];
  return ["by group:", ...lines, ...worst].join("\n");
}

function shown({ value, interval }: Estimate): string {
  return `${value.toFixed(3)} [${interval.map((bound) => bound.toFixed(3)).join(", ")}]`;
}
