import { expect, it } from "vitest";
import { occlusion } from "./occlusion.ts";

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
