import { describe, expect, it } from "vitest";
import { diverging } from "../colour/diverging.ts";
import { toRgba } from "./to-rgba.ts";

describe("toRgba", () => {
  it("spreads gray bytes over the three channels, opaque", () => {
    const rgba = toRgba({ pixels: new Uint8Array([0, 128, 255]), width: 3, height: 1, channels: 1 });
    expect([...rgba]).toEqual([0, 0, 0, 255, 128, 128, 128, 255, 255, 255, 255, 255]);
  });

  it("reads floats as 0 … 1 and clamps what a decoder overshoots", () => {
    const rgba = toRgba({ pixels: new Float32Array([-0.2, 0.5, 1.7]), width: 1, height: 3, channels: 1 });
    expect([rgba[0], rgba[4], rgba[8]]).toEqual([0, 128, 255]);
  });

  it("keeps colour channels in order", () => {
    const rgba = toRgba({ pixels: new Uint8Array([10, 20, 30]), width: 1, height: 1, channels: 3 });
    expect([...rgba]).toEqual([10, 20, 30, 255]);
  });

  it("maps signed floats through a colour map", () => {
    const picture = { pixels: new Float32Array([-1, 0, 1]), width: 3, height: 1, channels: 1 as const };
    const rgba = toRgba(picture, (value) => diverging(value));
    expect([...rgba.slice(0, 3)]).toEqual([...diverging(-1)]);
    expect([...rgba.slice(4, 7)]).toEqual([247, 247, 247]);
  });

  it("names both shapes when the pixels don't fill the picture", () => {
    const picture = { pixels: new Uint8Array(5), width: 2, height: 3, channels: 1 as const };
    expect(() => toRgba(picture)).toThrow("Expected 3 × 2 × 1 pixel values, got 5");
  });
});
