import { type Measure, measures } from "./group-tally.ts";

/** How many cases each measure of a group is about: what is divided by. @param confusion `[classes, classes]` of the group, unweighted */
export function casesOfMeasures(
  confusion: Float64Array,
  classCount: number,
  noFinding: number | null,
): Record<Measure, number> {
  const ofLabel = (label: number): number =>
    confusion.subarray(label * classCount, (label + 1) * classCount).reduce((sum, one) => sum + one, 0);
  const counts = Array.from({ length: classCount }, (_, label) => ofLabel(label));
  const total = counts.reduce((sum, one) => sum + one, 0);
  const fewest = Math.min(...counts);
  const isBinary = classCount === 2;
  const [, falsePositives = 0, , truePositives = 0] = confusion;
  return {
    ...{ accuracy: total, auroc: fewest, ece: total, brier: total, selectionRate: isBinary ? total : 0 },
    tpr: isBinary ? (counts[1] ?? 0) : fewest,
    fpr: isBinary ? (counts[0] ?? 0) : fewest,
    ppv: isBinary ? falsePositives + truePositives : 0,
    underdiagnosis: noFinding === null ? 0 : total - (counts[noFinding] ?? 0),
  };
}

/** `[groups, measures]`: 1 where a group has enough cases for a measure. */
export function enoughCases(
  confusions: Float64Array,
  classCount: number,
  noFinding: number | null,
  fewest: number,
): Uint8Array {
  const area = classCount * classCount;
  const groupCount = confusions.length / area;
  return Uint8Array.from({ length: groupCount * measures.length }, (_, place) => {
    const group = Math.floor(place / measures.length);
    const counts = casesOfMeasures(confusions.subarray(group * area, (group + 1) * area), classCount, noFinding);
    const measure = measures[place % measures.length] ?? "accuracy";
    return counts[measure] >= fewest ? 1 : 0;
  });
}
