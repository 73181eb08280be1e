/** Which frame is on at a tick: from the first to the last and back, each end once. @param count frames, at least 1 */
export function pingPong(tick: number, count: number): number {
  const period = Math.max(1, 2 * (count - 1));
  const place = tick % period;
  return place < count ? place : period - place;
}
