/**
 * A curve that never grows past `capacity` points, however long the run: neighbours are averaged pairwise
 * whenever it is full, so each point then stands for twice as many readings. A plain fold over readings, which is
 * why a page that was reloaded half-way draws exactly the curve of one that watched from the start.
 */
export interface SeriesPoint {
  /** Position of the last reading in this point (a step or an epoch). */
  readonly x: number;
  /** Readings averaged into it. */
  readonly n: number;
  readonly values: readonly (number | null)[];
}

export interface Series {
  /** Readings a full point holds; doubles each time the curve is thinned. */
  readonly stride: number;
  readonly points: readonly SeriesPoint[];
}

export const seriesCapacity = 500;

export const emptySeries: Series = { stride: 1, points: [] };

/** Adds one reading; `values` keep their order over the whole series, null where there was nothing to read. */
export function appendReading(
  series: Series,
  x: number,
  values: readonly (number | null)[],
  capacity = seriesCapacity,
): Series {
  const last = series.points.at(-1);
  const reading: SeriesPoint = { x, n: 1, values };
  if (last !== undefined && last.n < series.stride) {
    return { stride: series.stride, points: [...series.points.slice(0, -1), mergePoints(last, reading)] };
  }
  if (series.points.length < capacity) return { stride: series.stride, points: [...series.points, reading] };
  const halved = halve(series);
  return appendReading(halved, x, values, capacity);
}

/** Forgets what came after `x`: a resumed run repeats those steps. */
export function truncateSeries(series: Series, x: number): Series {
  return { stride: series.stride, points: series.points.filter((point) => point.x <= x) };
}

function halve(series: Series): Series {
  const points: SeriesPoint[] = [];
  for (let index = 0; index < series.points.length; index += 2) {
    const [left, right] = [series.points[index], series.points[index + 1]];
    if (left !== undefined) points.push(right === undefined ? left : mergePoints(left, right));
  }
  return { stride: series.stride * 2, points };
}

function mergePoints(left: SeriesPoint, right: SeriesPoint): SeriesPoint {
  const n = left.n + right.n;
  const values = left.values.map((value, index) => {
    const other = right.values[index] ?? null;
    if (value === null) return other;
    return other === null ? value : (value * left.n + other * right.n) / n;
  });
  return { x: right.x, n, values };
}
