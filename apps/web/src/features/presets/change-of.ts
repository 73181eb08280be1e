/** A number with its 95 % interval. */
interface Estimate {
  value: number;
  interval: readonly [number, number];
}

export interface Change {
  before: Estimate;
  after: Estimate;
  /** Whether the data tell the two apart: their intervals do not overlap. */
  kind: "more" | "less" | "same";
}

/** How a figure of which more is better changed; null where either is not known. */
export function changeOf(before: Estimate | null | undefined, after: Estimate | null | undefined): Change | null {
  if (!before || !after) return null;
  if (after.interval[0] > before.interval[1]) return { before, after, kind: "more" };
  if (after.interval[1] < before.interval[0]) return { before, after, kind: "less" };
  return { before, after, kind: "same" };
}
