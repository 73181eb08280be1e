import type { Box } from "../images/targets.ts";

/** A box that a network found. */
export interface FoundBox extends Box {
  /** 0…1; higher is surer. */
  score: number;
}

/** The detection maps of one image on the host, see `DetectionMaps`; the heat after its sigmoid. */
export interface HostDetectionMaps {
  /** `[side, side, classes]` */
  heat: Float32Array;
  /** `[side, side, 2]` each */
  size: Float32Array;
  offset: Float32Array;
}

export interface DetectionGrid {
  side: number;
  classes: number;
  /** Pixels of the image from one place to the next. */
  stride: number;
}

/** As many as COCO's scores look at. */
const mostBoxes = 100;
/** Fainter peaks are noise: they cost time and change no score by more than a thousandth. */
const leastScore = 0.01;

/**
 * Boxes of one image: the places whose heat no neighbour of the 3×3 around exceeds, surest first, cut at the image's border. Peaks need no
 * suppression of overlapping boxes (Zhou et al. 2019). Of equal neighbours the first counts.
 */
export function decodeBoxes(maps: HostDetectionMaps, { side, classes, stride }: DetectionGrid): FoundBox[] {
  const { heat, size, offset } = maps;
  const peaks = [...heat.keys()].filter(
    (index) => (heat[index] ?? 0) >= leastScore && isPeak(heat, index, side, classes),
  );
  peaks.sort((a, b) => (heat[b] ?? 0) - (heat[a] ?? 0) || a - b);
  const limit = side * stride;
  const cut = (centre: number, length: number): [from: number, length: number] => {
    const from = Math.max(0, centre - length / 2);
    return [from, Math.min(limit, centre + length / 2) - from];
  };
  return peaks.slice(0, mostBoxes).flatMap((index) => {
    const place = Math.floor(index / classes);
    const at = (map: Float32Array, axis: number): number => map[place * 2 + axis] ?? 0;
    const centre = (axis: number, cell: number): number => (cell + at(offset, axis)) * stride;
    const length = (axis: number): number => Math.exp(Math.min(at(size, axis), Math.log(side))) * stride;
    const [left, width] = cut(centre(0, place % side), length(0));
    const [top, height] = cut(centre(1, Math.floor(place / side)), length(1));
    if (!(width > 0 && height > 0)) return [];
    return [{ classIndex: index % classes, left, top, width, height, score: heat[index] ?? 0 }];
  });
}

function isPeak(heat: Float32Array, index: number, side: number, classes: number): boolean {
  const [classIndex, place] = [index % classes, Math.floor(index / classes)];
  const [row, column] = [Math.floor(place / side), place % side];
  const value = heat[index] ?? 0;
  for (let y = Math.max(0, row - 1); y <= Math.min(side - 1, row + 1); y++) {
    for (let x = Math.max(0, column - 1); x <= Math.min(side - 1, column + 1); x++) {
      const other = (y * side + x) * classes + classIndex;
      const neighbour = heat[other] ?? 0;
      if (neighbour > value || (neighbour === value && other < index)) return false;
    }
  }
  return true;
}
