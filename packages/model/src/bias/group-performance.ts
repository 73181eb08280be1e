import { jointPermutationTest } from "../metrics/permutation-test.ts";
import { resampledStatistics } from "../metrics/stratified-bootstrap.ts";
import type { GroupColumn } from "./attribute-column.ts";
import type { GapKind, Grouping, GroupMetrics, GroupReport } from "./bias-report.ts";
import { casesOfMeasures, enoughCases } from "./enough-cases.ts";
import { calibrationOf, rocOf } from "./group-curves.ts";
import { gapOf, possibleGaps } from "./group-gaps.ts";
import { groupTally, type Measure, measures, placeOf } from "./group-tally.ts";
import { calibrationInterval, intervalOf, shareInterval } from "./intervals.ts";
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

/**
 * Metrics of every group with intervals by bootstrap, stratified by label × group and by subject; the cells of label × group; and the
 * gaps between groups with a permutation test each.
 *
 * @param column groups of the audited rows; @param subjects `[n]` of the audited rows; left out where every case is its own
 */
export function groupPerformance(
  cases: ScoredCases,
  column: GroupColumn,
  subjects: readonly string[] | undefined,
  options: PerformanceOptions,
): Grouping {
  const { classCount } = cases;
  const { classes, noFinding, level, fewestCases } = options;
  const groupCount = column.groups.length;
  const groups = cases.rows.map((row) => column.of[row] ?? 0);
  const ofSubjects = subjects && Array.from(cases.rows, (row) => subjects[row] ?? "");
  const tally = groupTally(cases, groupCount, noFinding);
  const { confusions } = tally(groups, new Float64Array(cases.count).fill(1));
  const counted = Float64Array.from(confusions);
  const isEnough = enoughCases(counted, classCount, noFinding, fewestCases);
  const sizes = Array.from({ length: groupCount }, (_, group) => totalOf(counted, group, classCount));
  for (let place = 0; place < isEnough.length; place++) {
    if ((sizes[Math.floor(place / measures.length)] ?? 0) < options.fewestInGroup) isEnough[place] = 0;
  }
  const kinds = possibleGaps(isEnough, groupCount);
  const own = groupCount * measures.length;
  const cellsFrom = own;
  const gapsFrom = own + groupCount * classCount;
  const numbers = new Float64Array(gapsFrom + kinds.length);
  const statistics = (weights: Float64Array): Float64Array => {
    const { values, confusions: drawn } = tally(groups, weights);
    numbers.set(values);
    for (let cell = 0; cell < groupCount * classCount; cell++) {
      const ofCell = drawn.subarray(cell * classCount, (cell + 1) * classCount);
      const total = ofCell.reduce((sum, one) => sum + one, 0);
      numbers[cellsFrom + cell] = (ofCell[cell % classCount] ?? 0) / total;
    }
    kinds.forEach((kind, place) => {
      numbers[gapsFrom + place] = gapOf(kind, values, isEnough, groupCount).value;
    });
    return numbers;
  };
  const strata = cases.labels.map((label, i) => (groups[i] ?? 0) * classCount + label);
  const { values, draws, jackknife } = resampledStatistics(statistics, strata, {
    ...{ seed: options.seed, draws: options.draws, level },
    ...(ofSubjects ? { subjects: ofSubjects } : {}),
  });
  const leaves = options.intervals === "bca" ? jackknife() : undefined;
  const estimate = (place: number) =>
    intervalOf(values[place] ?? Number.NaN, draws[place] ?? new Float64Array(), level, leaves?.[place]);
  const unitsOf = unitCounter(ofSubjects, groups, cases.labels);

  const metricsOf = (group: number): GroupMetrics => {
    const area = classCount * classCount;
    const counts = casesOfMeasures(counted.subarray(group * area, (group + 1) * area), classCount, noFinding);
    const of = (measure: Measure) => {
      const place = placeOf(group, measure);
      if (isEnough[place] !== 1) return null;
      if (measure === "ece") return calibrationInterval(values[place] ?? 0, draws[place] ?? new Float64Array(), level);
      if (measure === "auroc" || measure === "brier") return estimate(place);
      return shareInterval(estimate(place), Math.min(counts[measure], unitsOf(group)), level);
    };
    return {
      ...{ accuracy: of("accuracy"), auroc: of("auroc"), tpr: of("tpr"), fpr: of("fpr"), ppv: of("ppv") },
      ...{ selectionRate: of("selectionRate"), underdiagnosis: of("underdiagnosis"), ece: of("ece") },
      brier: of("brier"),
    };
  };
  const reported = column.groups.flatMap((name, group): GroupReport[] => {
    const n = sizes[group] ?? 0;
    if (n === 0 || (options.fewestInGroup > 1 && n < options.fewestInGroup)) return [];
    return [
      {
        ...{ group: [...name], n, subjects: unitsOf(group), metrics: metricsOf(group) },
        prevalence: classes.map((_, k) => labelCount(counted, group, k, classCount) / n),
        roc: isEnough[placeOf(group, "auroc")] === 1 ? rocOf(cases, groups, group) : [],
        calibration: calibrationOf(cases, groups, group),
      },
    ];
  });
  const cells = column.groups.flatMap((name, group) =>
    (sizes[group] ?? 0) < Math.max(1, options.fewestInGroup)
      ? []
      : classes.map((label, k) => {
          const n = labelCount(counted, group, k, classCount);
          const accuracy =
            n < fewestCases
              ? null
              : shareInterval(estimate(cellsFrom + group * classCount + k), Math.min(n, unitsOf(group, k)), level);
          return { label, group: [...name], n, accuracy };
        }),
  );
  const tests = permutedGaps(kinds);
  return {
    ...{ attributes: [...column.attributes], groups: reported, cells, worstCell: worstOf(cells) },
    gaps: kinds.flatMap((kind, place) => {
      const found = gapOf(kind, values.subarray(0, own), isEnough, groupCount);
      const interval = intervalOf(found.value, draws[gapsFrom + place] ?? new Float64Array(), level)?.interval;
      if (!interval) return [];
      return [
        {
          ...{ kind, value: found.value, interval, pValue: tests.get(kind) ?? null, correctedP: null },
          lowest: [...(column.groups[found.lowest] ?? [])],
          highest: [...(column.groups[found.highest] ?? [])],
        },
      ];
    }),
  };

  /** Groups are shuffled within labels, but for demographic parity, which is about the prevalence too. */
  function permutedGaps(all: readonly GapKind[]): Map<GapKind, number> {
    const { seed, permutations } = options;
    if (permutations === 0) return new Map();
    const ones = new Float64Array(cases.count).fill(1);
    const clusters = ofSubjects?.map((subject, i) => `${groups[i]} ${subject}`);
    const test = (kindsOfTest: readonly GapKind[], within: Int32Array) =>
      kindsOfTest.length === 0
        ? []
        : jointPermutationTest(
            (shuffled) => {
              const shuffledValues = tally(shuffled, ones).values;
              return kindsOfTest.map((kind) => gapOf(kind, shuffledValues, isEnough, groupCount).value);
            },
            groups,
            within,
            { seed, permutations, ...(clusters ? { subjects: clusters } : {}) },
          ).map(({ pValue }, which): [GapKind, number] => [kindsOfTest[which] ?? "accuracy", pValue]);
    return new Map([
      ...test(
        all.filter((kind) => kind !== "demographicParity"),
        cases.labels,
      ),
      ...test(
        all.filter((kind) => kind === "demographicParity"),
        new Int32Array(cases.count),
      ),
    ]);
  }
}

function totalOf(confusions: Float64Array, group: number, classCount: number): number {
  const area = classCount * classCount;
  return confusions.subarray(group * area, (group + 1) * area).reduce((sum, one) => sum + one, 0);
}

function labelCount(confusions: Float64Array, group: number, label: number, classCount: number): number {
  const from = (group * classCount + label) * classCount;
  return confusions.subarray(from, from + classCount).reduce((sum, one) => sum + one, 0);
}

/** Subjects of a group, or of one of its labels; cases where nobody is named. */
function unitCounter(subjects: readonly string[] | undefined, groups: Int32Array, labels: Int32Array) {
  return (group: number, label?: number): number => {
    const isMeant = (i: number): boolean => groups[i] === group && (label === undefined || labels[i] === label);
    if (!subjects) return groups.reduce((n, _, i) => (isMeant(i) ? n + 1 : n), 0);
    return new Set(subjects.filter((_, i) => isMeant(i))).size;
  };
}

function worstOf(cells: Grouping["cells"]): Grouping["worstCell"] {
  let worst: Grouping["worstCell"] = null;
  for (const { accuracy, ...cell } of cells) {
    if (accuracy && (worst === null || accuracy.value < worst.accuracy.value)) worst = { ...cell, accuracy };
  }
  return worst;
}
