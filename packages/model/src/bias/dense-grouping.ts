import type { Estimate } from "../metrics/index.ts";
import { jointPermutationTest } from "../metrics/permutation-test.ts";
import { resampledStatistics } from "../metrics/stratified-bootstrap.ts";
import type { GroupColumn } from "./attribute-column.ts";
import type { DenseGap, DenseGapKind } from "./bias-report.ts";
import { resampledEstimates } from "./intervals.ts";

export interface DenseOptions {
  seed: number;
  draws: number;
  /** Of each gap; 0: no tests. */
  permutations: number;
  level: number;
  /** Images with something to score. */
  fewestCases: number;
}

/** Images with masks or boxes, and how groups of them are scored. */
export interface DenseCases {
  /** `[n]` rows of the audited set */
  rows: Int32Array;
  kinds: readonly DenseGapKind[];
  /** Of the kind at that place: NaN where the group has nothing to score. @param groups `[n]`; @param weights `[n]`, how often each image counts */
  score(kind: number, group: number, groups: Int32Array, weights: Float64Array): number;
  /** Whether a group has enough of what the kind is about. */
  isEnough(kind: number, members: readonly number[]): boolean;
}

/** What groups score, and how far they lie apart. */
export interface DenseGrouping {
  /** `[groups]` places of the images among `rows` */
  members: number[][];
  /** `[kinds][groups]`, null where there are too few images */
  estimates: (Estimate | null)[][];
  gaps: DenseGap[];
}

/**
 * Scores of every group with intervals by bootstrap of images (of subjects where several are of one) within groups, and the greatest
 * difference between groups with enough images, with a permutation test: groups are shuffled among all images, as masks and boxes have no
 * label to shuffle within.
 *
 * @param subjects `[n]` of the audited rows; left out where every case is its own
 */
export function denseGrouping(
  cases: DenseCases,
  column: GroupColumn,
  subjects: readonly string[] | undefined,
  { seed, draws, permutations, level }: DenseOptions,
): DenseGrouping {
  const { rows, kinds, score } = cases;
  const groups = rows.map((row) => column.of[row] ?? 0);
  const members = column.groups.map((_, group) => [...groups.keys()].filter((place) => groups[place] === group));
  const enough = kinds.map((_, kind) =>
    members.flatMap((own, group) => (own.length > 0 && cases.isEnough(kind, own) ? [group] : [])),
  );
  const clusters = subjects && Array.from(rows, (row, place) => `${groups[place]} ${subjects[row]}`);
  const nothing = { members, estimates: kinds.map(() => members.map(() => null)), gaps: [] };
  if (enough.every((usable) => usable.length === 0)) return nothing;

  const gapsFrom = kinds.length * members.length;
  const compute = (membership: Int32Array, weights: Float64Array): Float64Array => {
    const numbers = new Float64Array(gapsFrom + kinds.length).fill(Number.NaN);
    enough.forEach((usable, kind) => {
      const scores = usable.map((group) => score(kind, group, membership, weights));
      usable.forEach((group, place) => {
        numbers[kind * members.length + group] = scores[place] ?? Number.NaN;
      });
      numbers[gapsFrom + kind] = usable.length < 2 ? Number.NaN : Math.max(...scores) - Math.min(...scores);
    });
    return numbers;
  };
  const drawn = resampledStatistics((weights) => compute(groups, weights), groups, {
    ...{ seed, draws, level },
    ...(clusters ? { subjects: clusters } : {}),
  });
  const resampled = resampledEstimates(drawn, level, "percentile");
  const ones = new Float64Array(rows.length).fill(1);
  const tests =
    permutations === 0 || enough.every((usable) => usable.length < 2)
      ? []
      : jointPermutationTest(
          (shuffled) => compute(shuffled, ones).subarray(gapsFrom),
          groups,
          new Int32Array(rows.length),
          { seed, permutations, ...(clusters ? { subjects: clusters } : {}) },
        );
  return {
    members,
    estimates: kinds.map((_, kind) =>
      members.map((_own, group) => resampled.percentiles(kind * members.length + group)),
    ),
    gaps: kinds.flatMap((name, kind): DenseGap[] => {
      const gap = resampled.percentiles(gapsFrom + kind);
      if (!gap) return [];
      const ofGroup = (group: number): number => drawn.values[kind * members.length + group] ?? Number.NaN;
      const sorted = (enough[kind] ?? []).toSorted((a, b) => ofGroup(a) - ofGroup(b));
      return [
        {
          ...{ kind: name, ...gap, pValue: tests[kind]?.pValue ?? null, correctedP: null },
          lowest: [...(column.groups[sorted[0] ?? 0] ?? [])],
          highest: [...(column.groups[sorted.at(-1) ?? 0] ?? [])],
        },
      ];
    }),
  };
}
