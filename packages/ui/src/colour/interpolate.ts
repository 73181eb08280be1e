/** Red, green and blue, each 0 … 255. */
export type Rgb = readonly [number, number, number];

/** The colour at `position` (0 … 1, clamped; NaN counts as 0) along evenly spaced stops, linear in between. */
export function interpolateStops(stops: readonly Rgb[], position: number): Rgb {
  const clamped = Number.isNaN(position) ? 0 : Math.min(1, Math.max(0, position));
  const scaled = clamped * (stops.length - 1);
  const index = Math.min(stops.length - 2, Math.floor(scaled));
  const from = stops[index];
  const to = stops[index + 1];
  if (!from || !to) throw new RangeError(`A colour map needs at least two stops, got ${stops.length}`);
  const share = scaled - index;
  const mix = (a: number, b: number) => Math.round(a + (b - a) * share);
  return [mix(from[0], to[0]), mix(from[1], to[1]), mix(from[2], to[2])];
}
