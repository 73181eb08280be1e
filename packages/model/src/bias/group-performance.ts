import { resampledStatistics } from "../metrics/stratified-bootstrap.ts";
import type { GroupColumn } from "./attribute-column.ts";
import type { Gap, Grouping, GroupMetrics, GroupReport } from "./bias-report.ts";
import { casesOfMeasures, enoughCases } from "./enough-cases.ts";
import { calibrationOf, rocOf } from "./group-curves.ts";
import { gapOf, possibleGaps } from "./group-gaps.ts";
import { type GroupSizes, groupSizes } from "./group-sizes.ts";
import { type GroupStatistics, groupStatistics } from "./group-statistics.ts";
import { type Confusions, groupTally, type Measure, measures, placeOf } from "./group-tally.ts";
import { type Resampled, resampledEstimates, shareInterval } from "./intervals.ts";
import { permutedGaps } from "./permuted-gaps.ts";
import type { ScoredCases } from "./scored-cases.ts";

export interface PerformanceOptions {
  seed: number;
  draws: number;
  /** Of each gap; 0: no tests. */
  permutations: number;
  level: number;
  intervals: "percentile" | "bca";
  /** Of the kind that a measure is about. */
  fewestCases: number;
  /** Of a group, to be reported at all. */
  fewestInGroup: number;
  noFinding: number | null;
  classes: readonly string[];
}

/** One grouping of the cases, counted and resampled. */
interface Measured {
  cases: ScoredCases;
  column: GroupColumn;
  options: PerformanceOptions;
  /** `[count]` */
  groups: Int32Array;
  /** Of the cases as they are. */
  confusions: Confusions;
  isEnough: Uint8Array;
  sizes: GroupSizes;
  at: GroupStatistics["at"];
  resampled: Resampled;
}

/**
 * Metrics of every group with intervals by bootstrap; the cells of label × group; and the gaps between groups with a permutation test
 * each. Subjects are drawn within their group alone: another sample of the group would have another mix of labels, on which shares of
 * all its cases depend.
 *
 * @param column groups of the audited rows; @param subjects `[n]` of the audited rows; left out where every case is its own
 */
export function groupPerformance(
  cases: ScoredCases,
  column: GroupColumn,
  subjects: readonly string[] | undefined,
  options: PerformanceOptions,
): Grouping {
  const { classCount, labels } = cases;
  const { noFinding, level, fewestCases, fewestInGroup, seed } = options;
  const groupCount = column.groups.length;
  const groups = cases.rows.map((row) => column.of[row] ?? 0);
  const ofSubjects = subjects && Array.from(cases.rows, (row) => subjects[row] ?? "");
  const { confusions } = groupTally(cases, groupCount, noFinding)(groups, new Float64Array(cases.count).fill(1));
  const sizes = groupSizes(confusions, classCount, { subjects: ofSubjects, groups, labels });
  const isEnough = enoughCases(confusions, classCount, noFinding, fewestCases).map((enough, place) =>
    sizes.cases(Math.floor(place / measures.length)) < fewestInGroup ? 0 : enough,
  );
  const kinds = possibleGaps(isEnough, groupCount);
  const { compute, at } = groupStatistics(cases, { groupCount, groups, noFinding, kinds, isEnough });
  const drawn = resampledStatistics(compute, groups, {
    ...{ seed, draws: options.draws, level },
    ...(ofSubjects ? { subjects: ofSubjects } : {}),
  });
  const resampled = resampledEstimates(drawn, level, options.intervals);
  const measured: Measured = { cases, column, options, groups, confusions, isEnough, sizes, at, resampled };
  const reported = column.groups.flatMap((_, group) =>
    sizes.cases(group) < Math.max(1, fewestInGroup) ? [] : [group],
  );
  const cells = reported.flatMap((group) => cellsOf(measured, group));
  const permuted = { ...options, groupCount, groups, subjects: ofSubjects, isEnough };
  const pValues = permutedGaps(cases, kinds, permuted);
  return {
    attributes: [...column.attributes],
    groups: reported.map((group) => reportOf(measured, group)),
    ...{ cells, worstCell: worstOf(cells) },
    gaps: kinds.flatMap((kind, place): Gap[] => {
      const { value, lowest, highest } = gapOf(kind, drawn.values.subarray(0, isEnough.length), isEnough, groupCount);
      const interval = resampled.percentiles(at.gap(place))?.interval;
      if (!interval) return [];
      return [
        {
          ...{ kind, value, interval, pValue: pValues.get(kind) ?? null, correctedP: null },
          ...{ lowest: [...(column.groups[lowest] ?? [])], highest: [...(column.groups[highest] ?? [])] },
        },
      ];
    }),
  };
}

function reportOf(measured: Measured, group: number): GroupReport {
  const { cases, column, options, groups, isEnough, sizes } = measured;
  const n = sizes.cases(group);
  return {
    ...{ group: [...(column.groups[group] ?? [])], n, subjects: sizes.subjects(group) },
    metrics: metricsOf(measured, group),
    prevalence: options.classes.map((_, label) => sizes.cases(group, label) / n),
    roc: isEnough[placeOf(group, "auroc")] === 1 ? rocOf(cases, groups, group) : [],
    calibration: calibrationOf(cases, groups, group),
  };
}

function metricsOf({ cases, options, confusions, isEnough, sizes, at, resampled }: Measured, group: number) {
  const { noFinding, level } = options;
  const area = cases.classCount ** 2;
  const own = confusions.subarray(group * area, (group + 1) * area);
  const counts = casesOfMeasures(own, cases.classCount, noFinding);
  const subjects = sizes.subjects(group);
  const of = (measure: Measure) => {
    const place = at.measure(group, measure);
    if (isEnough[placeOf(group, measure)] !== 1) return null;
    if (measure === "ece") return resampled.around(place, at.calibrationShift(group));
    const estimate = resampled.estimate(place);
    if (measure === "auroc" || measure === "brier") return estimate;
    return shareInterval(estimate, Math.min(counts[measure], subjects), level);
  };
  const metrics: GroupMetrics = {
    ...{ accuracy: of("accuracy"), auroc: of("auroc"), tpr: of("tpr"), fpr: of("fpr"), ppv: of("ppv") },
    ...{ selectionRate: of("selectionRate"), underdiagnosis: of("underdiagnosis"), ece: of("ece") },
    brier: of("brier"),
  };
  return metrics;
}

function cellsOf({ column, options, sizes, at, resampled }: Measured, group: number): Grouping["cells"] {
  const { classes, fewestCases, level } = options;
  return classes.map((label, k) => {
    const n = sizes.cases(group, k);
    const units = Math.min(n, sizes.subjects(group, k));
    const accuracy = n < fewestCases ? null : shareInterval(resampled.estimate(at.cell(group, k)), units, level);
    return { label, group: [...(column.groups[group] ?? [])], n, accuracy };
  });
}

function worstOf(cells: Grouping["cells"]): Grouping["worstCell"] {
  let worst: Grouping["worstCell"] = null;
  for (const { accuracy, ...cell } of cells) {
    if (accuracy && (worst === null || accuracy.value < worst.accuracy.value)) worst = { ...cell, accuracy };
  }
  return worst;
}
