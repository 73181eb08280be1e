import { describe, expect, it } from "vitest";
import reference from "./fixtures/metrics.json" with { type: "json" };
import { ssim } from "./ssim.ts";

describe("ssim", () => {
  it.each(reference.images)("agrees with scikit-image, gray and colour (%#)", (data) => {
    expect(ssim(data.original, data.reconstruction, data)).toBeCloseTo(data.ssim, 9);
  });

  it.each(reference.images)("is 1 for equal images and symmetric (%#)", (data) => {
    expect(ssim(data.original, data.original, data)).toBeCloseTo(1, 12);
    const forth = ssim(data.original, data.reconstruction, data);
    expect(ssim(data.reconstruction, data.original, data)).toBeCloseTo(forth, 12);
  });

  it("refuses images smaller than its window and shapes that do not fit", () => {
    const pixels = new Float64Array(100);
    expect(() => ssim(pixels, pixels, { height: 10, width: 10, channels: 1 })).toThrow("11 × 11");
    expect(() => ssim(pixels, pixels, { height: 20, width: 20, channels: 1 })).toThrow(
      "[20, 20, 1] = 400 values, got 100",
    );
  });
});
