import { describe, expect, it } from "vitest";
import { decodeBoxes } from "./decode-boxes.ts";

const grid = { side: 4, classes: 2, stride: 4 };
const empty = () => ({
  heat: new Float32Array(32),
  size: new Float32Array(32),
  offset: new Float32Array(32).fill(0.5),
});
const at = (row: number, column: number, classIndex: number): number => (row * 4 + column) * 2 + classIndex;

describe("decodeBoxes", () => {
  it("puts a box where a peak is, of the size and offset read there", () => {
    const maps = empty();
    maps.heat[at(1, 2, 1)] = 0.8;
    // Width and height of 2 and 1 places; the centre a quarter right and three quarters down in its place.
    maps.size.set([Math.log(2), 0], (1 * 4 + 2) * 2);
    maps.offset.set([0.25, 0.75], (1 * 4 + 2) * 2);
    const [box, ...others] = decodeBoxes(maps, grid);
    expect(others).toEqual([]);
    expect(box).toMatchObject({ classIndex: 1, score: expect.closeTo(0.8, 6) });
    expect(box?.left).toBeCloseTo(2.25 * 4 - 4, 5);
    expect(box?.top).toBeCloseTo(1.75 * 4 - 2, 5);
    expect(box?.width).toBeCloseTo(8, 5);
    expect(box?.height).toBeCloseTo(4, 5);
  });

  it("keeps a place that no neighbour of its class exceeds, the first of equal ones, surest first", () => {
    const maps = empty();
    maps.heat[at(0, 0, 0)] = 0.4;
    maps.heat[at(1, 1, 0)] = 0.6;
    maps.heat[at(0, 1, 1)] = 0.9;
    maps.heat[at(3, 2, 0)] = 0.5;
    maps.heat[at(3, 3, 0)] = 0.5;
    const found = decodeBoxes(maps, grid).map(({ classIndex, left, top }) => [classIndex, left, top]);
    expect(found).toEqual([
      [1, 4, 0],
      [0, 4, 4],
      [0, 8, 12],
    ]);
  });

  it("cuts at the border, leaves out what is outside or faint, and gives at most 100", () => {
    const maps = empty();
    maps.heat[at(0, 0, 0)] = 0.9;
    maps.size.set([Math.log(4), Math.log(2)], 0);
    maps.heat[at(3, 3, 0)] = 0.005;
    maps.heat[at(3, 0, 1)] = 0.9;
    maps.offset.set([-5, 0.5], (3 * 4 + 0) * 2);
    const found = decodeBoxes(maps, grid);
    expect(found).toHaveLength(1);
    expect(found[0]).toMatchObject({ left: 0, top: 0, width: expect.closeTo(10, 5), height: expect.closeTo(6, 5) });
    const many = {
      heat: Float32Array.from({ length: 32 * 32 }, (_, i) => (i % 2 === 0 && Math.floor(i / 32) % 2 === 0 ? 0.5 : 0)),
      size: new Float32Array(32 * 32 * 2),
      offset: new Float32Array(32 * 32 * 2),
    };
    expect(decodeBoxes(many, { side: 32, classes: 1, stride: 4 })).toHaveLength(100);
  });
});
