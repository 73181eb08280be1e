/*
 * Edges and blobs of only + − × ÷, which every machine rounds alike: the same seed gives the same bytes everywhere.
 */

/** 0 below −width, 1 above width, smooth in between. `distance` is positive inside a shape. */
export function softStep(distance: number, width: number): number {
  const t = distance / (2 * width) + 0.5;
  if (t <= 0) return 0;
  if (t >= 1) return 1;
  return t * t * (3 - 2 * t);
}

/** A smooth bump: 1 in the middle, 0 where the squared relative distance reaches 1. */
export function bump(squaredDistance: number): number {
  if (squaredDistance >= 1) return 0;
  const left = 1 - squaredDistance;
  return left * left;
}

/** Sine of a small angle (|radians| < .3) to 1e-8, by its series. */
export function smallSine(radians: number): number {
  const square = radians * radians;
  return radians * (1 - (square / 6) * (1 - (square / 20) * (1 - square / 42)));
}

/** Cosine of a small angle (|radians| < .3) to 1e-8, by its series. */
export function smallCosine(radians: number): number {
  const square = radians * radians;
  return 1 - (square / 2) * (1 - (square / 12) * (1 - (square / 30) * (1 - square / 56)));
}
