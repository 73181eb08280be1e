import { describe, expect, it } from "vitest";
import { packedColour, paintPoints } from "./paint-points.ts";

const size = { width: 21, height: 21 };
const view = { x: 0, y: 0, scale: 8 };
const points = { count: 2, positions: Float32Array.of(-1, 1, 1, -1), explained: null, columns: [] };

function painted(shown: boolean[], selected: ReadonlySet<number> = new Set()) {
  const pixels = new Uint32Array(21 * 21).fill(9);
  const colours = Uint32Array.of(5, 6);
  paintPoints(pixels, size, view, { points, groupOf: Uint32Array.of(0, 1), colours, shown, selected });
  const of = (colour: number) => pixels.filter((pixel) => pixel === colour).length;
  return { pixels, of };
}

describe("paintPoints", () => {
  it("draws each point where it lies, up being up, in its group's colour, and clears what was there", () => {
    const { pixels, of } = painted([true, true]);
    // 8 pixels left and 8 up of the middle, which is (10.5, 10.5).
    expect(pixels[3 * 21 + 3]).toBe(5);
    expect(pixels[19 * 21 + 19]).toBe(6);
    // Seven pixels wide, cut off at the edges.
    expect(of(5)).toBe(7 * 7);
    expect(of(6)).toBe(5 * 5);
    expect(of(9)).toBe(0);
  });

  it("leaves out groups that are not shown, and draws selected points larger", () => {
    const { of } = painted([false, true], new Set([0, 1]));
    expect(of(5)).toBe(0);
    expect(of(6)).toBe(6 * 6);
  });

  it("packs colours as the canvas has them", () => {
    expect(packedColour("#0072b2")).toBe(0xffb27200);
    expect(packedColour("rgb(68 1 84)")).toBe(0xff540144);
    const [pixel = 0] = new Uint32Array(Uint8ClampedArray.of(68, 1, 84, 255).buffer);
    expect(pixel).toBe(packedColour("rgb(68 1 84)"));
  });
});
