import { expect, it } from "vitest";
import { coveredImages, occlusion, occlusionPatches, patchMap } from "./occlusion.ts";

it("shows the patch that the score rests on, and by how much", async () => {
  const side = 16;
  // Light in the patch at row 1, column 2, in both channels.
  const image = new Float32Array(side * side * 2);
  const isLit = (pixel: number) => Math.floor(pixel / side / 2) === 1 && Math.floor((pixel % side) / 2) === 2;
  for (let place = 0; place < image.length; place++) image[place] = isLit(Math.floor(place / 2)) ? 1 : 0;
  const brightest = async (images: Float32Array) =>
    Float64Array.from({ length: images.length / image.length }, (_, row) =>
      images.subarray(row * image.length, (row + 1) * image.length).reduce((most, value) => Math.max(most, value), 0),
    );
  const map = await occlusion(brightest, image, side);
  const mean = 1 / 64;
  for (const [pixel, value] of map.entries()) expect(value).toBeCloseTo(isLit(pixel) ? 1 - mean : 0, 5);
});

it("covers the patches that it is asked for, and no other", () => {
  const image = Float32Array.from({ length: 256 }, (_, pixel) => pixel / 256);
  const all = coveredImages(image, 16, { from: 0, count: occlusionPatches });
  expect(coveredImages(image, 16, { from: 9, count: 2 })).toEqual(all.subarray(9 * 256, 11 * 256));
  const falls = Array.from({ length: occlusionPatches }, (_, patch) => patch);
  const map = patchMap(falls, 16);
  // Row 3, column 15 lies in the second row of patches, the last of eight.
  expect(map[3 * 16 + 15]).toBe(15);
});
