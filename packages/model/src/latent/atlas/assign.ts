/**
 * Pairs rows with columns, one to one, so that the sum of gains is greatest (Hungarian method in the shortest-path form of
 * Jonker & Volgenant 1987, O(n³)).
 *
 * @param gains `[n][m]` with n ≤ m
 * @returns `[n]` the column of each row
 */
export function assign(gains: readonly ArrayLike<number>[]): number[] {
  const columns = gains[0]?.length ?? 0;
  if (gains.length > columns) throw new RangeError(`${gains.length} rows can't each have one of ${columns} columns.`);
  // Everything is counted from 1: place 0 is where a row that looks for its column starts.
  const potentials = { row: new Float64Array(gains.length + 1), column: new Float64Array(columns + 1) };
  const rowOf = new Int32Array(columns + 1);
  for (let row = 1; row <= gains.length; row++) {
    rowOf[0] = row;
    const { before, last } = cheapestPath(gains, rowOf, potentials);
    for (let column = last; column !== 0; column = before[column] ?? 0) rowOf[column] = rowOf[before[column] ?? 0] ?? 0;
  }
  const found = gains.map(() => 0);
  for (let column = 1; column <= columns; column++) {
    const row = rowOf[column] ?? 0;
    if (row > 0) found[row - 1] = column - 1;
  }
  return found;
}

/** From the row at place 0 to a free column, over columns that are taken; changes the potentials on the way. */
function cheapestPath(
  gains: readonly ArrayLike<number>[],
  rowOf: Int32Array,
  potentials: { row: Float64Array; column: Float64Array },
): { before: Int32Array; last: number } {
  const size = rowOf.length;
  const before = new Int32Array(size);
  const least = new Float64Array(size).fill(Number.POSITIVE_INFINITY);
  const visited = new Uint8Array(size);
  let column = 0;
  do {
    visited[column] = 1;
    const row = rowOf[column] ?? 0;
    let [step, next] = [Number.POSITIVE_INFINITY, 0];
    for (let other = 1; other < size; other++) {
      if (visited[other]) continue;
      const gain = gains[row - 1]?.[other - 1] ?? 0;
      const cost = -gain - (potentials.row[row] ?? 0) - (potentials.column[other] ?? 0);
      if (cost < (least[other] ?? 0)) {
        least[other] = cost;
        before[other] = column;
      }
      if ((least[other] ?? 0) < step) [step, next] = [least[other] ?? 0, other];
    }
    for (let other = 0; other < size; other++) {
      if (visited[other]) {
        const at = rowOf[other] ?? 0;
        potentials.row[at] = (potentials.row[at] ?? 0) + step;
        potentials.column[other] = (potentials.column[other] ?? 0) - step;
      } else least[other] = (least[other] ?? 0) - step;
    }
    column = next;
  } while (rowOf[column] !== 0);
  return { before, last: column };
}
