import { shuffle } from "../random/shuffle.ts";
import { checkPaired } from "./check-input.ts";
import { type DrawBelow, fastRandom } from "./fast-random.ts";
import { MetricInputError } from "./metric-errors.ts";
import { resamplingUnits } from "./resampling-units.ts";

export interface PermutationOptions {
  seed: number;
  /** 10,000 unless given: the smallest p-value is 1 / (permutations + 1). */
  permutations?: number;
  /** `[n]` whose case it is: all cases of a subject then move together. */
  subjects?: ArrayLike<number | string>;
}

export interface PermutationTest {
  /** The statistic of the cases as they are. */
  difference: number;
  /** Two-sided, never 0: (1 + as far from zero) / (1 + permutations), Phipson & Smyth 2010. */
  pValue: number;
}

/**
 * Does a statistic differ between groups by more than chance? Group membership is shuffled among the cases (subjects) of the
 * same stratum, so that what is stratified by, such as the class, is not what is found.
 *
 * @param statistic the difference for a membership `[n]`; the array is reused between calls
 * @param groups `[n]` the group of each case, the same for all cases of a subject; @param strata `[n]`, such as the class
 * @throws NotEnoughDataError without cases; MetricInputError when a subject is in two groups; what the statistic throws
 */
export function permutationTest(
  statistic: (groups: Int32Array) => number,
  groups: ArrayLike<number>,
  strata: ArrayLike<number>,
  options: PermutationOptions,
): PermutationTest {
  const [test] = jointPermutationTest((shuffled) => [statistic(shuffled)], groups, strata, options);
  if (!test) throw new Error("A statistic gives a test.");
  return test;
}

/**
 * The same for several statistics that are computed together, from the same permutations.
 *
 * @param statistics for a membership `[n]`, the same number of them at every call; both arrays may be reused between calls
 */
export function jointPermutationTest(
  statistics: (groups: Int32Array) => ArrayLike<number>,
  groups: ArrayLike<number>,
  strata: ArrayLike<number>,
  options: PermutationOptions,
): PermutationTest[] {
  checkPaired("permutationTest", groups, strata);
  const units = resamplingUnits(strata, options.subjects);
  const group = groupOfUnits(units, groups);
  const drawBelow = fastRandom(options.seed);
  const shuffled = Int32Array.from(groups);
  return compareToChance(statistics, shuffled, options.permutations, () => {
    for (const stratum of units.strata) shuffleGroups(stratum, group, drawBelow);
    for (let unit = 0; unit < group.length; unit++) {
      const end = units.starts[unit + 1] ?? 0;
      for (let place = units.starts[unit] ?? 0; place < end; place++)
        shuffled[units.cases[place] ?? 0] = group[unit] ?? 0;
    }
  });
}

/**
 * Do two models differ on the **same** cases? Under chance the answers of a case (subject) could as well be exchanged.
 *
 * @param statistic the difference when the cases with 1 in `exchanged` `[n]` have their two answers exchanged
 * @param count n; at least 1
 * @throws NotEnoughDataError without cases, or what the statistic throws
 */
export function pairedPermutationTest(
  statistic: (exchanged: Int32Array) => number,
  count: number,
  options: PermutationOptions,
): PermutationTest {
  const exchanged = new Int32Array(count);
  checkPaired("pairedPermutationTest", exchanged, exchanged);
  const units = resamplingUnits(exchanged, options.subjects);
  const drawBelow = fastRandom(options.seed);
  const [test] = compareToChance(
    (assigned) => [statistic(assigned)],
    exchanged,
    options.permutations,
    () => {
      for (let unit = 0; unit + 1 < units.starts.length; unit++) {
        const isExchanged = drawBelow(2);
        const end = units.starts[unit + 1] ?? 0;
        for (let place = units.starts[unit] ?? 0; place < end; place++)
          exchanged[units.cases[place] ?? 0] = isExchanged;
      }
    },
  );
  if (!test) throw new Error("A statistic gives a test.");
  return test;
}

function compareToChance(
  statistics: (assignment: Int32Array) => ArrayLike<number>,
  assignment: Int32Array,
  permutations = 10_000,
  permute: () => void,
): PermutationTest[] {
  const differences = Float64Array.from(statistics(assignment));
  // The same sums in another order differ in the last digits; they are as far from zero all the same.
  const limits = differences.map((difference) => Math.abs(difference) * (1 - 1e-12));
  const asFar = new Float64Array(differences.length);
  for (let i = 0; i < permutations; i++) {
    permute();
    const found = statistics(assignment);
    for (let which = 0; which < limits.length; which++) {
      if (Math.abs(found[which] ?? 0) >= (limits[which] ?? 0)) asFar[which] = (asFar[which] ?? 0) + 1;
    }
  }
  return Array.from(differences, (difference, which) => ({
    difference,
    pValue: (1 + (asFar[which] ?? 0)) / (1 + permutations),
  }));
}

function groupOfUnits(
  { cases, starts }: { cases: Uint32Array; starts: Uint32Array },
  groups: ArrayLike<number>,
): Int32Array {
  return Int32Array.from({ length: starts.length - 1 }, (_, unit) => {
    const ofUnit = new Set(Array.from(cases.subarray(starts[unit], starts[unit + 1]), (index) => groups[index] ?? 0));
    const [group = 0, other] = ofUnit;
    if (other !== undefined) {
      const index = cases[starts[unit] ?? 0];
      throw new MetricInputError("permutationTest", `the subject of case ${index} is in groups ${group} and ${other}.`);
    }
    return group;
  });
}

/** Exchanges the groups of the units of one stratum. */
function shuffleGroups(units: Uint32Array, group: Int32Array, drawBelow: DrawBelow): void {
  const groups = Int32Array.from(units, (unit) => group[unit] ?? 0);
  shuffle(groups, drawBelow);
  units.forEach((unit, place) => {
    group[unit] = groups[place] ?? 0;
  });
}
