import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { blockSizeFor, blocksBetween, cellGap, columnsFor, moveFocus, rowsFor } from "./grid-layout.ts";

describe("columns and rows", () => {
  it("fills the width and never passes it", () => {
    fc.assert(
      fc.property(fc.integer({ min: 50, max: 4000 }), fc.constantFrom(32, 64, 192), (width, cell) => {
        const columns = columnsFor(width, cell);
        if (columns > 1) expect(columns * (cell + cellGap) - cellGap).toBeLessThanOrEqual(width);
        expect((columns + 1) * (cell + cellGap) - cellGap).toBeGreaterThan(width);
      }),
    );
  });

  it("has one column in a window narrower than an image", () => {
    expect(columnsFor(10, 192)).toBe(1);
  });

  it("counts a partly filled row", () => {
    expect([rowsFor(0, 7), rowsFor(7, 7), rowsFor(8, 7)]).toEqual([0, 1, 2]);
  });
});

describe("blocks of pixels", () => {
  it.each([
    [28 * 28, 256],
    [64 * 64, 64],
    [64 * 64 * 3, 32],
    [512 * 512 * 3, 16],
  ])("of %i bytes an image holds %i", (bytes, size) => {
    expect(blockSizeFor(bytes)).toBe(size);
  });

  it("covers what is seen, the middle first", () => {
    expect(blocksBetween(300, 1100, 256)).toEqual(expect.arrayContaining([1, 2, 3, 4]));
    expect(blocksBetween(256, 1279, 256).slice(0, 2).sort()).toEqual([2, 3]);
    expect(blocksBetween(256, 511, 256)).toEqual([1]);
  });
});

describe("keys", () => {
  const grid = { columns: 5, count: 23, rowsPerPage: 2 };
  it.each([
    [0, "ArrowLeft", 0],
    [22, "ArrowRight", 22],
    [3, "ArrowDown", 8],
    [19, "ArrowDown", 22],
    [3, "ArrowUp", 3],
    [8, "ArrowUp", 3],
    [12, "PageUp", 2],
    [7, "PageUp", 2],
    [1, "PageDown", 11],
    [13, "PageDown", 22],
    [13, "Home", 10],
    [13, "End", 14],
    [21, "End", 22],
  ])("from %i by %s to %i", (from, key, to) => {
    expect(moveFocus(from, key, grid)).toBe(to);
  });

  it("goes to the ends of the whole grid with Ctrl", () => {
    expect(moveFocus(13, "Home", { ...grid, wholeGrid: true })).toBe(0);
    expect(moveFocus(13, "End", { ...grid, wholeGrid: true })).toBe(22);
  });

  it("leaves other keys to the page", () => {
    expect(moveFocus(3, "Tab", grid)).toBeNull();
  });

  it("never leaves the grid", () => {
    const keys = fc.constantFrom(
      "ArrowUp",
      "ArrowDown",
      "ArrowLeft",
      "ArrowRight",
      "PageUp",
      "PageDown",
      "Home",
      "End",
    );
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 500 }),
        fc.integer({ min: 1, max: 30 }),
        fc.nat(),
        keys,
        (count, columns, start, key) => {
          const to = moveFocus(start % count, key, { columns, count, rowsPerPage: 4 });
          expect(to).toBeGreaterThanOrEqual(0);
          expect(to).toBeLessThan(count);
        },
      ),
    );
  });
});
