import { checkLabels } from "../check-input.ts";
import { NotEnoughDataError } from "../metric-errors.ts";

export interface AlphaOptions {
  classCount: number;
  /** Nominal: classes are alike or not. Ordinal: they are in order, and it counts how many labels lie between two. */
  level: "nominal" | "ordinal";
}

/**
 * Krippendorff's alpha: agreement beyond chance for any number of labels an image, some of which may be missing (Krippendorff 2011,
 * "Computing Krippendorff's Alpha-Reliability").
 *
 * @param units the labels of each image; images with fewer than two say nothing and are passed over
 * @throws NotEnoughDataError when no image has two labels, or all labels are of one class
 */
export function krippendorffAlpha(units: readonly ArrayLike<number>[], { classCount, level }: AlphaOptions): number {
  for (const labels of units) checkLabels("krippendorffAlpha", labels, classCount);
  const coincidences = coincidencesOf(units, classCount);
  const totals = Array.from({ length: classCount }, (_, i) => {
    return coincidences.subarray(i * classCount, (i + 1) * classCount).reduce((sum, count) => sum + count, 0);
  });
  const sum = totals.reduce((all, total) => all + total, 0);
  const distance = distancesOf(totals, level);
  let [observed, expected] = [0, 0];
  for (let i = 0; i < classCount; i++) {
    for (let j = 0; j < classCount; j++) {
      const apart = distance(i, j);
      observed += (coincidences[i * classCount + j] ?? 0) * apart;
      expected += ((totals[i] ?? 0) * (totals[j] ?? 0) * apart) / (sum - 1);
    }
  }
  if (!(expected > 0)) {
    throw new NotEnoughDataError("krippendorffAlpha", "Images with two labels, and labels of two classes, are needed.");
  }
  return 1 - observed / expected;
}

/** `[classes, classes]`: pairs of labels of one image, each image's weighted to count as many as it has labels. */
function coincidencesOf(units: readonly ArrayLike<number>[], classCount: number): Float64Array {
  const coincidences = new Float64Array(classCount * classCount);
  for (const labels of units) {
    for (let a = 0; a < labels.length; a++) {
      for (let b = 0; b < labels.length; b++) {
        if (a === b) continue;
        const at = (labels[a] ?? 0) * classCount + (labels[b] ?? 0);
        coincidences[at] = (coincidences[at] ?? 0) + 1 / (labels.length - 1);
      }
    }
  }
  return coincidences;
}

function distancesOf(totals: readonly number[], level: AlphaOptions["level"]): (i: number, j: number) => number {
  if (level === "nominal") return (i, j) => (i === j ? 0 : 1);
  return (i, j) => {
    const [low, high] = i < j ? [i, j] : [j, i];
    const between = totals.slice(low, high + 1).reduce((sum, total) => sum + total, 0);
    return i === j ? 0 : (between - ((totals[low] ?? 0) + (totals[high] ?? 0)) / 2) ** 2;
  };
}
