import type { Box } from "../images/targets.ts";
import { boxIou } from "../metrics/detection/boxes.ts";
import type { FoundBox } from "../network/decode-boxes.ts";

/** From this intersection over union on, a box counts as found. */
const leastOverlap = 0.5;

/**
 * How well the boxes of one image were found, as F1 (2·hits / (found + drawn)), 0…1: for ordering images, where an average precision
 * would say nothing. Each drawn box is found once, by the surest of its class that overlaps it. Null where there are none in either.
 *
 * @param found surest first
 */
export function boxScore(found: readonly FoundBox[], drawn: readonly Box[]): number | null {
  if (found.length + drawn.length === 0) return null;
  const left = new Set(drawn);
  let hits = 0;
  for (const box of found) {
    const candidates = [...left].filter(({ classIndex }) => classIndex === box.classIndex);
    const best = candidates.toSorted((a, b) => iou(box, b) - iou(box, a))[0];
    if (best === undefined || iou(box, best) < leastOverlap) continue;
    left.delete(best);
    hits++;
  }
  return (2 * hits) / (found.length + drawn.length);
}

function iou(a: Box, b: Box): number {
  return boxIou(corner(a), corner(b));
}

function corner({ left: x, top: y, width, height }: Box) {
  return { x, y, width, height };
}
