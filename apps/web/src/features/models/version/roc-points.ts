import type { Evaluation } from "@diaphane/model/config";

type RocPoint = Evaluation["roc"][number]["points"][number];

/**
 * The point of a curve where images from `threshold` on count as positive: the last one whose own threshold is not
 * below it. Points come with falling thresholds; null is the corner above all scores, or below.
 */
export function pointAt(points: readonly RocPoint[], threshold: number): RocPoint | null {
  let found: RocPoint | null = null;
  for (const point of points) {
    if (point.threshold !== null && point.threshold < threshold) break;
    found = point;
  }
  return found;
}

/** About `limit` of the points, ends included: a curve of 10,000 steps looks no different. */
export function thinPoints(points: readonly RocPoint[], limit: number): readonly RocPoint[] {
  if (points.length <= limit) return points;
  const step = (points.length - 1) / (limit - 1);
  return Array.from({ length: limit }, (_, index) => points[Math.round(index * step)]).filter(
    (point) => point !== undefined,
  );
}
