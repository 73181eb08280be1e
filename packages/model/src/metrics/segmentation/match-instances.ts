import { checkPaired } from "../check-input.ts";
import { MetricInputError } from "../metric-errors.ts";

/** Where a reference and a predicted instance share pixels. */
export interface InstancePair {
  /** Places in `referenceAreas` and `predictedAreas`. */
  reference: number;
  predicted: number;
  /** Pixels in both. */
  shared: number;
  /** Shared pixels over pixels in either. */
  iou: number;
}

/** Which instances of two label maps meet, and how much. */
export interface InstanceOverlaps {
  /** Pixels of each instance, in order of label. */
  referenceAreas: number[];
  predictedAreas: number[];
  /** In order of reference, then predicted. */
  pairs: InstancePair[];
}

/**
 * Overlaps of all instances of two label maps, in one pass over the pixels.
 *
 * @param predicted `[pixels]`, 0 background, any other whole number an instance; @param reference `[pixels]`, likewise
 * @throws NotEnoughDataError without pixels; MetricInputError for a label that is no whole number from 0
 */
export function matchInstances(predicted: ArrayLike<number>, reference: ArrayLike<number>): InstanceOverlaps {
  checkPaired("matchInstances", predicted, reference);
  const referenceMap = areasByLabel(reference);
  const predictedMap = areasByLabel(predicted);
  const columns = predictedMap.areas.length;
  const sharedByPair = new Map<number, number>();
  for (let i = 0; i < reference.length; i++) {
    if (reference[i] === 0 || predicted[i] === 0) continue;
    const row = referenceMap.places.get(reference[i] ?? 0) ?? 0;
    const pair = row * columns + (predictedMap.places.get(predicted[i] ?? 0) ?? 0);
    sharedByPair.set(pair, (sharedByPair.get(pair) ?? 0) + 1);
  }
  const pairs = [...sharedByPair]
    .sort(([a], [b]) => a - b)
    .map(([pair, shared]) => {
      const [row, column] = [Math.floor(pair / columns), pair % columns];
      const either = (referenceMap.areas[row] ?? 0) + (predictedMap.areas[column] ?? 0) - shared;
      return { reference: row, predicted: column, shared, iou: shared / either };
    });
  return { referenceAreas: referenceMap.areas, predictedAreas: predictedMap.areas, pairs };
}

function areasByLabel(labels: ArrayLike<number>): { places: Map<number, number>; areas: number[] } {
  const areaOf = new Map<number, number>();
  for (let i = 0; i < labels.length; i++) {
    const label = labels[i];
    if (label === undefined || !Number.isInteger(label) || label < 0) {
      throw new MetricInputError("matchInstances", `label ${i} is ${label}, expected a whole number from 0.`);
    }
    if (label > 0) areaOf.set(label, (areaOf.get(label) ?? 0) + 1);
  }
  const sorted = [...areaOf].sort(([a], [b]) => a - b);
  return { places: new Map(sorted.map(([label], place) => [label, place])), areas: sorted.map(([, area]) => area) };
}
