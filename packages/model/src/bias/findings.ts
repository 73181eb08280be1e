import type { BiasReport, DenseGap, Finding, Gap, GroupMetrics } from "./bias-report.ts";

/** Below this a model is weak, and says little of fairness either. */
const weakAuroc = 0.7;
const alpha = 0.05;

type Parts = Pick<BiasReport, "overall" | "performance" | "use" | "slices" | "segmentation" | "detection">;

/** What a page says, the most important first: a weak model, tested gaps, what is relied on, slices; else that no gap was found. */
export function findingsOf(parts: Parts): Finding[] {
  const { overall, performance, use, slices, segmentation = [], detection = [] } = parts;
  const compared = [performance, segmentation, detection].flatMap((groupings) => groupings.map(comparisonOf));
  const gaps = compared.flatMap(({ attributes, gaps: all }) =>
    all.flatMap((gap): Finding[] => {
      const { kind, value, interval, correctedP, lowest, highest } = gap;
      if (correctedP === null || correctedP > alpha) return [];
      return [{ kind: "gap", attributes, gap: kind, value, interval, correctedP, lowest, highest }];
    }),
  );
  const measured = new Set(compared.flatMap(({ attributes, gaps: all }) => (all.length > 0 ? attributes : [])));
  const found: Finding[] = [
    ...weakness(overall),
    ...gaps.toSorted((a, b) => (a.kind === "gap" && b.kind === "gap" ? b.value - a.value : 0)),
    ...use.flatMap(relianceFinding),
    ...slices.flatMap(({ label, errorRate, otherErrorRate, correctedP }): Finding[] =>
      correctedP <= alpha ? [{ kind: "slice", label, errorRate, otherErrorRate }] : [],
    ),
    ...performance.flatMap(({ attributes: [attribute = ""] }): Finding[] =>
      measured.has(attribute) ? [] : [{ kind: "notEnoughData", attribute }],
    ),
  ];
  if (gaps.length > 0 || measured.size === 0) return found;
  return [...found, { kind: "noGapFound", attributes: [...measured] }];
}

/** The gaps of any grouping, by what they are of. */
function comparisonOf({ attributes, gaps }: { attributes: string[]; gaps: (Gap | DenseGap)[] }) {
  return { attributes, gaps };
}

function weakness({ auroc }: GroupMetrics): Finding[] {
  return auroc !== null && auroc.value < weakAuroc ? [{ kind: "weakModel", auroc }] : [];
}

function relianceFinding({ attribute, reliance, encoding, isReliedOn }: BiasReport["use"][number]): Finding[] {
  if (isReliedOn) {
    const changes = reliance.flatMap(({ value, classes }) => classes.map(({ change }) => ({ value, change })));
    const certain = changes.filter(({ change: { interval } }) => interval[0] > 0 || interval[1] < 0);
    const [most] = certain.toSorted((a, b) => Math.abs(b.change.value) - Math.abs(a.change.value));
    return most ? [{ kind: "reliance", attribute, ...most }] : [];
  }
  return encoding && encoding.linear.interval[0] > 0.5
    ? [{ kind: "encodedNotUsed", attribute, linear: encoding.linear }]
    : [];
}
