import type { GapKind } from "./bias-report.ts";
import { gapOf } from "./group-gaps.ts";
import { groupTally, type Measure, measures, placeOf } from "./group-tally.ts";
import { calibrationBins, type ScoredCases } from "./scored-cases.ts";

/** All numbers of a grouping that are resampled together, and where each of them is. */
export interface GroupStatistics {
  /** Of case weights `[count]`; written anew by every call. */
  compute(weights: Float64Array): Float64Array;
  at: {
    measure(group: number, measure: Measure): number;
    /** Share of the cases of a label in a group that are called their label. */
    cell(group: number, label: number): number;
    /** How far the bins of a group lie from where all cases have them, added up: 0 of all cases. */
    calibrationShift(group: number): number;
    /** @param kind place among the kinds asked for */
    gap(kind: number): number;
  };
}

interface Asked {
  groupCount: number;
  /** `[count]` */
  groups: Int32Array;
  noFinding: number | null;
  kinds: readonly GapKind[];
  /** `[groups, measures]`, of the cases as they are */
  isEnough: Uint8Array;
}

/** The measures of every group, its cells of label × group, the shift of its calibration, and the gaps between groups. */
export function groupStatistics(cases: ScoredCases, asked: Asked): GroupStatistics {
  const { groupCount, groups, noFinding, kinds, isEnough } = asked;
  const { classCount } = cases;
  const tally = groupTally(cases, groupCount, noFinding);
  const cells = groupCount * measures.length;
  const shifts = cells + groupCount * classCount;
  const gaps = shifts + groupCount;
  const numbers = new Float64Array(gaps + kinds.length);
  const whole = shareOfBins(tally(groups, new Float64Array(cases.count).fill(1)), groupCount, classCount).slice();
  return {
    compute(weights) {
      const tallied = tally(groups, weights);
      const { values, confusions } = tallied;
      numbers.set(values);
      for (let cell = 0; cell < groupCount * classCount; cell++) {
        const ofCell = confusions.subarray(cell * classCount, (cell + 1) * classCount);
        const total = ofCell.reduce((sum, one) => sum + one, 0);
        numbers[cells + cell] = (ofCell[cell % classCount] ?? 0) / total;
      }
      const bins = shareOfBins(tallied, groupCount, classCount);
      for (let group = 0; group < groupCount; group++) {
        let shift = 0;
        for (let place = group * calibrationBins; place < (group + 1) * calibrationBins; place++) {
          shift += Math.abs((bins[place] ?? 0) - (whole[place] ?? 0));
        }
        numbers[shifts + group] = shift;
      }
      kinds.forEach((kind, place) => {
        numbers[gaps + place] = gapOf(kind, values, isEnough, groupCount).value;
      });
      return numbers;
    },
    at: {
      measure: placeOf,
      cell: (group, label) => cells + group * classCount + label,
      calibrationShift: (group) => shifts + group,
      gap: (kind) => gaps + kind,
    },
  };
}

/** What each bin adds to its group's calibration error, with its sign `[groups, bins]`. */
function shareOfBins(
  { surplus, confusions }: ReturnType<ReturnType<typeof groupTally>>,
  groupCount: number,
  classCount: number,
): Float64Array {
  const area = classCount * classCount;
  const totals = Array.from({ length: groupCount }, (_, group) =>
    confusions.subarray(group * area, (group + 1) * area).reduce((sum, one) => sum + one, 0),
  );
  return surplus.map((one, place) => one / (totals[Math.floor(place / calibrationBins)] ?? 1));
}
