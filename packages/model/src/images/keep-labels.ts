import { purpose } from "../random/purpose.ts";
import { shuffledIndices } from "../random/shuffle.ts";
import type { ImageSet } from "./image-set.ts";
import { InvalidImageSet } from "./invalid-image-set.ts";
import { pickRows } from "./pick-rows.ts";

/**
 * How many labels to keep: a number, as many of each class as can be, as the papers on learning from few labels count them; or a share, which leaves
 * the classes as frequent as they are, as if somebody had labelled some of the images that came.
 */
export type LabelAmount = { count: number } | { share: number };

/**
 * The same images with fewer labels, as if nobody had labelled the others. Which ones follows from the seed. Each class
 * keeps at least one as long as there are as many labels as classes.
 * @throws InvalidImageSet when there are fewer labels than are to be kept
 */
export function keepLabels(set: ImageSet, amount: LabelAmount, seed: number): ImageSet {
  const byClass = set.classes.map((_, label) => [...set.labels.keys()].filter((row) => set.labels[row] === label));
  const labelled = byClass.reduce((sum, rows) => sum + rows.length, 0);
  const wanted = "count" in amount ? amount.count : Math.round(amount.share * labelled);
  if (wanted < 1 || wanted > labelled) {
    throw new InvalidImageSet(`${wanted} labels are to be kept of ${labelled}: choose from 1 to ${labelled}.`);
  }
  const available = byClass.map((rows) => rows.length);
  const sizes = "count" in amount ? evenly(available, wanted) : inProportion(available, wanted);
  const labels = new Int32Array(set.count).fill(-1);
  byClass.forEach((rows, label) => {
    const order = shuffledIndices(rows.length, seed, purpose.keptLabels, label);
    for (const place of order.subarray(0, sizes[label])) labels[rows[place] ?? 0] = label;
  });
  return { ...set, labels };
}

/** The images that have a label. */
export function labelledOnly(set: ImageSet): ImageSet {
  const rows = [...set.labels.keys()].filter((row) => (set.labels[row] ?? -1) >= 0);
  return pickRows(set, rows);
}

/** One for each class in turn, until there are as many as wanted or a class has no more. */
function evenly(available: number[], wanted: number): number[] {
  const parts = available.map(() => 0);
  for (let left = wanted; left > 0; ) {
    for (const [label, most] of available.entries()) {
      if (left === 0 || (parts[label] ?? 0) >= most) continue;
      parts[label] = (parts[label] ?? 0) + 1;
      left--;
    }
  }
  return parts;
}

/** By largest remainder (Hamilton's method), after one for each class where that can be. */
function inProportion(available: number[], wanted: number): number[] {
  const present = available.filter((most) => most > 0).length;
  const least = wanted >= present ? 1 : 0;
  const total = available.reduce((sum, most) => sum + most, 0);
  const ideal = available.map((most) => (wanted * most) / total);
  const parts = ideal.map((share) => (share > 0 ? Math.max(least, Math.floor(share)) : 0));
  const lacking = (label: number): number => (ideal[label] ?? 0) - (parts[label] ?? 0);
  const sum = (): number => parts.reduce((a, b) => a + b, 0);
  // Lifting small classes to one may have given out too many: the largest give them back.
  for (let surplus = sum() - wanted; surplus !== 0; surplus = sum() - wanted) {
    const step = surplus < 0 ? 1 : -1;
    const isOpen = (label: number): boolean =>
      step > 0 ? (parts[label] ?? 0) < (available[label] ?? 0) : (parts[label] ?? 0) > least;
    const [chosen = 0] = [...parts.keys()].filter(isOpen).toSorted((a, b) => step * (lacking(b) - lacking(a)));
    parts[chosen] = (parts[chosen] ?? 0) + step;
  }
  return parts;
}
