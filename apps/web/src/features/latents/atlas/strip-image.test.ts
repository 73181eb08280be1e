import { expect, it } from "vitest";
import { stripImage } from "./strip-image.ts";

it("lays pictures side by side, row by row", () => {
  const pictures = Uint8Array.of(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12);
  expect([...stripImage(pictures, { steps: 3, side: 2, channels: 1 })]).toEqual([
    1, 2, 5, 6, 9, 10, 3, 4, 7, 8, 11, 12,
  ]);
});
