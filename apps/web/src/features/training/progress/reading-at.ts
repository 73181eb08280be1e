/**
 * What a curve says at `x`: its last reading until then, for curves that were not read at the same places. Null outside of
 * the curve. @param points ascending in x
 */
export function readingAt(points: readonly { x: number; y: number }[], x: number): number | null {
  const end = points.at(-1)?.x ?? Number.NEGATIVE_INFINITY;
  if (x > end) return null;
  return points.findLast((point) => point.x <= x)?.y ?? null;
}
