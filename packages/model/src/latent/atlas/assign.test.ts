import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { assign } from "./assign.ts";

function sumOf(gains: number[][], columns: readonly number[]): number {
  return columns.reduce((sum, column, row) => sum + (gains[row]?.[column] ?? Number.NaN), 0);
}

/** The greatest sum, by trying all. */
function best(gains: number[][], taken: readonly number[] = []): number {
  const row = gains[taken.length];
  if (!row) return sumOf(gains, taken);
  const free = row.map((_, column) => column).filter((column) => !taken.includes(column));
  return Math.max(...free.map((column) => best(gains, [...taken, column])));
}

describe("assign", () => {
  it("finds the greatest sum, each column used once", () => {
    const table = fc.tuple(fc.integer({ min: 1, max: 4 }), fc.integer({ min: 0, max: 2 })).chain(([rows, more]) => {
      const row = fc.array(fc.integer({ min: -20, max: 20 }), { minLength: rows + more, maxLength: rows + more });
      return fc.array(row, { minLength: rows, maxLength: rows });
    });
    fc.assert(
      fc.property(table, (gains) => {
        const columns = assign(gains);
        expect(new Set(columns).size).toBe(gains.length);
        expect(sumOf(gains, columns)).toBe(best(gains));
      }),
    );
  });

  it("gives up a row's best where another needs it more", () => {
    expect(
      assign([
        [9, 8],
        [9, 1],
      ]),
    ).toEqual([1, 0]);
  });

  it("needs a column for each row", () => {
    expect(() => assign([[1], [2]])).toThrow(/2 rows .* 1 columns/);
  });
});
