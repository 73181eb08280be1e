import type { GapKind } from "./bias-report.ts";
import { gapKinds } from "./bias-report.ts";
import { type Measure, placeOf } from "./group-tally.ts";

const measuresOf: Record<GapKind, readonly Measure[]> = {
  accuracy: ["accuracy"],
  auroc: ["auroc"],
  equalOpportunity: ["tpr"],
  equalisedOdds: ["tpr", "fpr"],
  demographicParity: ["selectionRate"],
  underdiagnosis: ["underdiagnosis"],
};

/** A gap, and the groups at its ends. */
export interface FoundGap {
  kind: GapKind;
  value: number;
  lowest: number;
  highest: number;
}

/** The kinds of gap for which at least two groups have enough cases. */
export function possibleGaps(isEnough: Uint8Array, groupCount: number): GapKind[] {
  return gapKinds.filter((kind) =>
    measuresOf[kind].every((measure) => membersOf(measure, isEnough, groupCount).length > 1),
  );
}

/** Greatest difference between groups with enough cases; of equalised odds the greater one of TPR and FPR. */
export function gapOf(kind: GapKind, values: Float64Array, isEnough: Uint8Array, groupCount: number): FoundGap {
  let found: FoundGap = { kind, value: Number.NEGATIVE_INFINITY, lowest: 0, highest: 0 };
  for (const measure of measuresOf[kind]) {
    let [lowest, highest] = [-1, -1];
    let [low, high] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
    for (let group = 0; group < groupCount; group++) {
      const place = placeOf(group, measure);
      if (isEnough[place] !== 1) continue;
      const value = values[place] ?? Number.NaN;
      if (value < low) [low, lowest] = [value, group];
      if (value > high) [high, highest] = [value, group];
    }
    if (high - low > found.value) found = { kind, value: high - low, lowest, highest };
  }
  return found;
}

function membersOf(measure: Measure, isEnough: Uint8Array, groupCount: number): number[] {
  return Array.from({ length: groupCount }, (_, group) => group).filter(
    (group) => isEnough[placeOf(group, measure)] === 1,
  );
}
