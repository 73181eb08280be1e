import { expect, it } from "vitest";
import { pixelChange } from "./pixel-change.ts";

it("is the mean over pairs and channels, where it is", () => {
  // Two pairs of 2×2 images with 3 channels; only pixel 1 of both and pixel 3 of the second differ.
  const low = new Float32Array(2 * 4 * 3);
  const high = new Float32Array(low.length);
  high.set([0.3, 0.6, 0.9], 3);
  high.set([-0.3, -0.6, -0.9], 12 + 3);
  high.set([0.6, 0.6, 0.6], 12 + 9);
  const { map, largest } = pixelChange(low, high, { side: 2, channels: 3 });
  expect(largest).toBeCloseTo(0.6, 6);
  expect([...map]).toEqual([0, 255, 0, 128]);
  expect(pixelChange(low, low, { side: 2, channels: 3 })).toEqual({ map: new Uint8Array(4), largest: 0 });
});
