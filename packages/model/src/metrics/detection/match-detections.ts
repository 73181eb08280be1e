import { MetricInputError } from "../metric-errors.ts";
import { type Box, boxIou, type DetectedBox, type ReferenceBox } from "./boxes.ts";

/** Reference and found boxes of one image. */
export interface DetectionImage {
  reference: readonly ReferenceBox[];
  detected: readonly DetectedBox[];
}

/** IoU thresholds .50, .55 … .95, by the arithmetic of numpy's linspace so that borders fall as in pycocotools. */
export const iouThresholds = Array.from({ length: 10 }, (_, t) => 0.5 + t * ((0.95 - 0.5) / 9));

/** At most so many boxes an image and class count, the surest first. */
export const mostDetections = 100;

/** Detections of one class over all images, surest first, each told right or wrong at every threshold. */
export interface ClassMatches {
  classIndex: number;
  /** Reference boxes that count, by image. */
  referenceCounts: Uint32Array;
  /** `[detections]` which image. */
  images: Uint32Array;
  /** `[detections]` 0 for the surest box of its image. */
  ranks: Uint8Array;
  /** `[detections]` bit t: the box fits a reference box at threshold t. */
  hits: Uint16Array;
  /** `[detections]` bit t: the box is neither right nor wrong at threshold t, being out of the area range. */
  ignored: Uint16Array;
}

/** Areas in square pixels that count, both ends included. */
export type AreaRange = readonly [least: number, most: number];

/**
 * Matches found to reference boxes by the rules of COCO (Lin et al. 2014; equal to pycocotools): in order of score each box
 * takes the reference box of its class that it overlaps most and that is still free. Reference boxes out of the area range
 * are no miss, and what finds them (or finds nothing and is itself out of range) is no false alarm. Crowd regions are not
 * part of this.
 *
 * @throws MetricInputError for a class out of range, a box without area or a score that is not finite
 */
export function matchDetections(
  images: readonly DetectionImage[],
  classCount: number,
  area: AreaRange = [0, Number.POSITIVE_INFINITY],
): ClassMatches[] {
  const reference = images.map((image, i) => byClass(image.reference, classCount, `reference box of image ${i}`));
  const detected = images.map((image, i) => byClass(image.detected, classCount, `detected box of image ${i}`));
  return Array.from({ length: classCount }, (_, classIndex) => {
    const matches = images.flatMap((_, image) =>
      matchImage(image, reference[image]?.[classIndex] ?? [], detected[image]?.[classIndex] ?? [], area),
    );
    // Stable: of equal scores the earlier image comes first, as in pycocotools.
    matches.sort((a, b) => b.score - a.score);
    return {
      classIndex,
      referenceCounts: Uint32Array.from(
        reference,
        (boxes) => (boxes[classIndex] ?? []).filter((box) => isInside(box, area)).length,
      ),
      images: Uint32Array.from(matches, (match) => match.image),
      ranks: Uint8Array.from(matches, (match) => match.rank),
      hits: Uint16Array.from(matches, (match) => match.hits),
      ignored: Uint16Array.from(matches, (match) => match.ignored),
    };
  });
}

interface Match {
  image: number;
  score: number;
  rank: number;
  hits: number;
  ignored: number;
}

function matchImage(image: number, reference: ReferenceBox[], detected: DetectedBox[], area: AreaRange): Match[] {
  // Boxes that count come first, and are looked at first.
  const boxes = [...reference.filter((box) => isInside(box, area)), ...reference.filter((box) => !isInside(box, area))];
  const counting = reference.filter((box) => isInside(box, area)).length;
  const surest = detected.toSorted((a, b) => b.score - a.score).slice(0, mostDetections);
  const overlaps = surest.map((box) => Float64Array.from(boxes, (other) => boxIou(box, other)));
  const matches = surest.map(({ score }, rank): Match => ({ image, score, rank, hits: 0, ignored: 0 }));
  iouThresholds.forEach((threshold, t) => {
    const isTaken = new Uint8Array(boxes.length);
    matches.forEach((match, d) => {
      const found = bestFree(overlaps[d] ?? new Float64Array(), isTaken, counting, threshold);
      if (found >= 0) {
        isTaken[found] = 1;
        match.hits |= 1 << t;
      }
      const box = surest[d];
      const isIgnored = found >= 0 ? found >= counting : box !== undefined && !isInside(box, area);
      if (isIgnored) match.ignored |= 1 << t;
    });
  });
  return matches;
}

/** The free box with the greatest overlap of at least the threshold (of equal ones the last), −1 for none. */
function bestFree(overlaps: Float64Array, isTaken: Uint8Array, counting: number, threshold: number): number {
  let best = -1;
  let least = Math.min(threshold, 1 - 1e-10);
  for (let g = 0; g < overlaps.length; g++) {
    // A box that counts is never given up for one that does not.
    if (g === counting && best >= 0) break;
    const overlap = overlaps[g] ?? 0;
    if (isTaken[g] === 1 || overlap < least) continue;
    least = overlap;
    best = g;
  }
  return best;
}

function byClass<Kind extends ReferenceBox>(boxes: readonly Kind[], classCount: number, name: string): Kind[][] {
  const groups = Array.from({ length: classCount }, (): Kind[] => []);
  for (const box of boxes) {
    const group = groups[box.classIndex];
    if (group === undefined) {
      throw new MetricInputError(
        "detection",
        `a ${name} has class ${box.classIndex}, expected 0 to ${classCount - 1}.`,
      );
    }
    const numbers = [box.x, box.y, box.width, box.height, "score" in box ? box.score : 0];
    if (!numbers.every(Number.isFinite) || box.width <= 0 || box.height <= 0) {
      throw new MetricInputError(
        "detection",
        `a ${name} is ${JSON.stringify(box)}; numbers must be finite, sides > 0.`,
      );
    }
    group.push(box);
  }
  return groups;
}

function isInside({ width, height }: Box, [least, most]: AreaRange): boolean {
  return width * height >= least && width * height <= most;
}
