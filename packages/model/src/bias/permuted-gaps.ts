import { jointPermutationTest } from "../metrics/permutation-test.ts";
import type { GapKind } from "./bias-report.ts";
import { gapOf } from "./group-gaps.ts";
import { groupTally } from "./group-tally.ts";
import type { ScoredCases } from "./scored-cases.ts";

interface Permuted {
  seed: number;
  /** 0: no tests. */
  permutations: number;
  groupCount: number;
  /** `[count]` */
  groups: Int32Array;
  /** `[count]`; left out where every case is its own */
  subjects: readonly string[] | undefined;
  noFinding: number | null;
  /** `[groups, measures]` */
  isEnough: Uint8Array;
}

/**
 * The p-value of each gap: are groups as far apart when they are shuffled? Within labels, but for demographic parity, which is about the
 * prevalence too. Cases of a subject move together.
 */
export function permutedGaps(cases: ScoredCases, kinds: readonly GapKind[], asked: Permuted): Map<GapKind, number> {
  const { seed, permutations, groupCount, groups, subjects, noFinding, isEnough } = asked;
  if (permutations === 0) return new Map();
  const tally = groupTally(cases, groupCount, noFinding);
  const ones = new Float64Array(cases.count).fill(1);
  const clusters = subjects?.map((subject, i) => `${groups[i]} ${subject}`);
  const test = (of: readonly GapKind[], within: Int32Array): [GapKind, number][] => {
    if (of.length === 0) return [];
    const gapsWhen = (shuffled: Int32Array): number[] => {
      const { values } = tally(shuffled, ones);
      return of.map((kind) => gapOf(kind, values, isEnough, groupCount).value);
    };
    const options = { seed, permutations, ...(clusters ? { subjects: clusters } : {}) };
    return jointPermutationTest(gapsWhen, groups, within, options).map(({ pValue }, which) => [
      of[which] ?? "accuracy",
      pValue,
    ]);
  };
  return new Map([
    ...test(
      kinds.filter((kind) => kind !== "demographicParity"),
      cases.labels,
    ),
    ...test(
      kinds.filter((kind) => kind === "demographicParity"),
      new Int32Array(cases.count),
    ),
  ]);
}
