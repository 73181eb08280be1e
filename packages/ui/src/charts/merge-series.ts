export interface LinePoint {
  x: number;
  y: number;
  interval?: readonly [number, number];
}

export interface LineSeries {
  /** Names it in the data; unique in its chart. */
  key: string;
  /** As the legend says it. */
  name: string;
  points: readonly LinePoint[];
  /** By its place in the chart when unset; so is `dashes`, the stroke's pattern. */
  colour?: string;
  dashes?: string;
}

export type ChartRow = { x: number } & Record<string, number | [number, number] | undefined>;

/** One row an x, a column a series (`key`), and `keyBand` where it has an interval; ascending in x. */
export function mergeSeries(series: readonly LineSeries[], maxPoints = 600): ChartRow[] {
  const rows = new Map<number, ChartRow>();
  for (const { key, points } of series) {
    for (const point of thin(points, maxPoints)) {
      const row: ChartRow = rows.get(point.x) ?? { x: point.x };
      row[key] = point.y;
      if (point.interval) row[`${key}Band`] = [point.interval[0], point.interval[1]];
      rows.set(point.x, row);
    }
  }
  return [...rows.values()].sort((a, b) => a.x - b.x);
}

/**
 * At most about `maxPoints` of them: from each equal run of points the lowest and the highest stay, so that no spike is lost
 * however long the run was.
 */
export function thin(points: readonly LinePoint[], maxPoints: number): readonly LinePoint[] {
  if (points.length <= maxPoints) return points;
  const runs = Math.max(1, Math.floor(maxPoints / 2));
  const kept: LinePoint[] = [];
  for (let run = 0; run < runs; run++) {
    const slice = points.slice(
      Math.floor((run * points.length) / runs),
      Math.floor(((run + 1) * points.length) / runs),
    );
    const low = slice.reduce((a, b) => (b.y < a.y ? b : a));
    const high = slice.reduce((a, b) => (b.y > a.y ? b : a));
    kept.push(...(low === high ? [low] : low.x < high.x ? [low, high] : [high, low]));
  }
  return kept;
}
