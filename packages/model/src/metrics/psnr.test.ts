import { describe, expect, it } from "vitest";
import reference from "./fixtures/metrics.json" with { type: "json" };
import { psnr } from "./psnr.ts";

describe("psnr", () => {
  it.each(reference.images)("agrees with scikit-image (%#)", (data) => {
    expect(psnr(data.original, data.reconstruction)).toBeCloseTo(data.psnr, 9);
  });

  it("is the same for bytes with peak 255", () => {
    expect(psnr([0, 51], [0, 102], 255)).toBeCloseTo(psnr([0, 0.2], [0, 0.4]), 9);
  });

  it("is infinite for equal images and refuses NaN pixels", () => {
    expect(psnr([0.5], [0.5])).toBe(Number.POSITIVE_INFINITY);
    expect(() => psnr([0.5], [Number.NaN])).toThrow("value 0 is NaN");
  });
});
