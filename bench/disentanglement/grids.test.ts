import { describe, expect, test } from "vitest";
import { randomSource } from "../../packages/model/src/random/random-source.ts";
import { combinations, drawGrid, gridData, indexOfLevels, levelsAt, splitGrid } from "./factor-grid.ts";
import { phantomGrid } from "./phantom-grid.ts";
import { shapesGrid } from "./shapes-grid.ts";

describe("a grid of factors", () => {
  const small = { ...shapesGrid, factors: shapesGrid.factors.map((factor) => ({ ...factor, levels: 2 })) };

  test("numbers every combination once", () => {
    expect(combinations(small)).toBe(32);
    const all = Array.from({ length: 32 }, (_, index) => levelsAt(small, index));
    expect(new Set(all.map(String)).size).toBe(32);
    expect(all.map((levels) => indexOfLevels(small, levels))).toEqual([...all.keys()]);
  });

  test("shares one factor and draws the others", () => {
    const shared = gridData(shapesGrid).sampleSharing(3, 64, randomSource(1));
    const levels = Array.from(shared, (index) => levelsAt(shapesGrid, index));
    expect(new Set(levels.map((of) => of[3])).size).toBe(1);
    expect(new Set(levels.map((of) => of[4])).size).toBeGreaterThan(4);
  });

  test("is split without an image on two sides, attributes along with images", () => {
    const set = drawGrid(small);
    const { train, validation, test: held } = splitGrid(set);
    expect([train.count, validation.count, held.count]).toEqual([26, 3, 3]);
    const known = [train, validation, held].flatMap(({ attributes, count }) =>
      Array.from({ length: count }, (_, row) =>
        indexOfLevels(
          small,
          small.factors.map(({ name }) => attributes?.get(name)?.[row] ?? -1),
        ),
      ),
    );
    expect(known.toSorted((a, b) => a - b)).toEqual([...Array(32).keys()]);
    const bytes = set.images.length / set.count;
    expect(train.images.subarray(0, bytes)).toEqual(
      set.images.subarray((known[0] ?? 0) * bytes, ((known[0] ?? 0) + 1) * bytes),
    );
  });
});

describe("shapes", () => {
  const draw = (levels: number[]): Uint8Array => {
    const pixels = new Uint8Array(32 * 32);
    shapesGrid.draw(levels, 0, pixels, 0);
    return pixels;
  };
  const mass = (pixels: Uint8Array) => pixels.reduce((sum, value) => sum + value, 0) / 255;
  const middle = (pixels: Uint8Array, axis: "x" | "y") =>
    pixels.reduce((sum, value, i) => sum + value * ((axis === "x" ? i % 32 : Math.floor(i / 32)) + 0.5), 0) /
    255 /
    mass(pixels);

  test("lie where x and y say, and none is cut off", () => {
    expect(middle(draw([0, 5, 0, 0, 7]), "x")).toBeCloseTo(8, 1);
    expect(middle(draw([0, 5, 0, 0, 7]), "y")).toBeCloseTo(24, 1);
    for (const shape of [0, 1, 2]) {
      const pixels = draw([shape, 5, 1, 7, 0]);
      const isRim = (i: number) => i % 32 === 31 || i < 32;
      expect(pixels.filter((_value, i) => isRim(i)).every((value) => value === 0)).toBe(true);
    }
  });

  test("have four times the area at twice the size, and turning keeps it", () => {
    expect(mass(draw([1, 5, 0, 3, 3])) / mass(draw([1, 0, 0, 3, 3]))).toBeCloseTo(4, 0);
    expect(mass(draw([2, 5, 3, 3, 3])) / mass(draw([2, 5, 0, 3, 3]))).toBeCloseTo(1, 1);
  });

  test("differ in each factor", () => {
    const base = [0, 2, 0, 3, 3];
    const others = base.map((level, factor) => base.map((value, i) => (i === factor ? level + 1 : value)));
    for (const other of others) expect(draw(other)).not.toEqual(draw(base));
  });
});

test("the phantom's opacity is its label, and each factor is seen", () => {
  const draw = (levels: number[]) => {
    const pixels = new Uint8Array(32 * 32);
    phantomGrid.draw(levels, 7, pixels, 0);
    return pixels;
  };
  const base = [2, 1, 1, 1, 2, 1, 0];
  expect(draw(base)).toEqual(draw(base));
  base.forEach((level, factor) => {
    const other = base.map((value, i) => (i === factor ? level + 1 : value));
    expect(draw(other), phantomGrid.factors[factor]?.name).not.toEqual(draw(base));
  });
  expect(phantomGrid.labelOf(base)).toBe(0);
  expect(phantomGrid.labelOf([...base.slice(0, -1), 1])).toBe(1);
});
