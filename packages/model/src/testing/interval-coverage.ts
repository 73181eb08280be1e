import type { AttributeColumn } from "../bias/attribute-column.ts";
import { groupsOfAttribute } from "../bias/attribute-column.ts";
import type { GroupMetrics } from "../bias/bias-report.ts";
import { groupPerformance } from "../bias/group-performance.ts";
import { type Measure, measures } from "../bias/group-tally.ts";
import { scoreCases } from "../bias/scored-cases.ts";
import { type RandomSource, randomSource } from "../random/random-source.ts";

/** A made-up group of cases of two classes whose true figures are known. */
export interface SimulatedGroup {
  name: string;
  /** Cases in each simulated set. */
  count: number;
  /** Share of the second class. */
  prevalence: number;
  /** Mean log-odds of the first and of the second class; both have a standard deviation of 1. */
  means: readonly [number, number];
}

export interface CoverageOptions {
  seed: number;
  /** Sets that are drawn. */
  simulations: number;
  /** Bootstrap resamples of each. */
  draws: number;
  intervals: "percentile" | "bca";
}

/** Of one measure of one group. */
export interface MeasureCoverage {
  group: string;
  measure: Measure;
  /** Simulated sets that gave an interval, and those whose interval holds the true figure. */
  intervals: number;
  covered: number;
}

/** Draws sets of cases, makes their intervals as audits do, and counts in how many of them the true figure lies. */
export function intervalCoverage(groups: readonly SimulatedGroup[], options: CoverageOptions): MeasureCoverage[] {
  const { seed, simulations, draws, intervals } = options;
  const truths = groups.map((group, g) => trueFigures(group, randomSource(seed, 1, g)));
  const coverage = groups.map(({ name }) =>
    measures.map((measure): MeasureCoverage => ({ group: name, measure, intervals: 0, covered: 0 })),
  );
  for (let simulation = 0; simulation < simulations; simulation++) {
    const sets = groups.map((group, g) => draw(group, group.count, randomSource(seed, 2, g, simulation)));
    const reports = performanceOf(groups, sets, { seed: simulation, draws, intervals }).groups;
    coverage.forEach((ofGroup, g) => {
      for (const counts of ofGroup) {
        const estimate = reports[g]?.metrics[counts.measure];
        if (!estimate) continue;
        const truth = truths[g]?.[counts.measure]?.value ?? Number.NaN;
        counts.intervals++;
        if (estimate.interval[0] <= truth && truth <= estimate.interval[1]) counts.covered++;
      }
    });
  }
  return coverage.flat();
}

interface DrawnCases {
  labels: Int32Array;
  logits: Float32Array;
}

function draw({ prevalence, means }: SimulatedGroup, count: number, random: RandomSource): DrawnCases {
  const labels = Int32Array.from({ length: count }, () => (random.uniform() < prevalence ? 1 : 0));
  return { labels, logits: Float32Array.from(labels, (label) => random.normal() + (means[label] ?? 0)) };
}

function performanceOf(
  groups: readonly SimulatedGroup[],
  sets: readonly DrawnCases[],
  options: Pick<CoverageOptions, "seed" | "draws" | "intervals">,
) {
  const column: AttributeColumn = {
    ...{ name: "group", values: groups.map(({ name }) => name) },
    of: Int32Array.from(sets.flatMap(({ labels }, g) => Array.from(labels, () => g))),
  };
  const request = {
    classes: ["no", "yes"],
    head: { latentDim: 1, classCount: 2, weights: Float32Array.of(0, 1), bias: new Float32Array(2) },
    codes: Float32Array.from(sets.flatMap(({ logits }) => [...logits])),
    labels: Int32Array.from(sets.flatMap(({ labels }) => [...labels])),
  };
  return groupPerformance(scoreCases(request, 0.5), groupsOfAttribute(column), undefined, {
    ...options,
    ...{ permutations: 0, level: 0.95, fewestCases: 10, fewestInGroup: 1, noFinding: 0, classes: request.classes },
  });
}

const truthCases = 100_000;

/** Of so many cases that they have no error to speak of. */
function trueFigures(group: SimulatedGroup, random: RandomSource): GroupMetrics | undefined {
  const many = draw(group, truthCases, random);
  const [report] = performanceOf([group], [many], { seed: 1, draws: 1, intervals: "percentile" }).groups;
  return report?.metrics;
}
