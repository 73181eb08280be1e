import { describe, expect, it } from "vitest";
import { scaleBytes, splitSeconds } from "./amounts.ts";

describe("amounts", () => {
  it.each([
    [0, 0, "byte"],
    [999, 999, "byte"],
    [1000, 1, "kilobyte"],
    [999_600, 0.9996, "megabyte"],
    [8e9, 8, "gigabyte"],
    [5e15, 5000, "terabyte"],
  ])("%d bytes are %d %s", (bytes, value, unit) => {
    const scaled = scaleBytes(bytes);
    expect([scaled.value, scaled.unit]).toEqual([expect.closeTo(value), unit]);
  });

  it("splits seconds, rounding up", () => {
    expect(splitSeconds(0.2)).toEqual({ hours: 0, minutes: 0, seconds: 1 });
    expect(splitSeconds(3725)).toEqual({ hours: 1, minutes: 2, seconds: 5 });
    expect(splitSeconds(59.5)).toEqual({ hours: 0, minutes: 1, seconds: 0 });
  });
});
