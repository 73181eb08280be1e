import { describe, expect, it } from "vitest";
import { imageBytes, spreadToRgba } from "./image-pixels.ts";

describe("pixels for a canvas", () => {
  it("of a grey image are the grey three times", () => {
    const rgba = new Uint8ClampedArray(8);
    spreadToRgba(Uint8Array.of(7, 200), { height: 1, width: 2, channels: 1 }, rgba);
    expect([...rgba]).toEqual([7, 7, 7, 255, 200, 200, 200, 255]);
  });

  it("of a colour image keep their order", () => {
    const rgba = new Uint8ClampedArray(8);
    spreadToRgba(Uint8Array.of(1, 2, 3, 4, 5, 6), { height: 1, width: 2, channels: 3 }, rgba);
    expect([...rgba]).toEqual([1, 2, 3, 255, 4, 5, 6, 255]);
  });

  it("counts bytes", () => {
    expect(imageBytes({ height: 28, width: 20, channels: 3 })).toBe(1680);
  });
});
