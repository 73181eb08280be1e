import sharp from "sharp";
import { expect, it } from "vitest";
import { encodeStrip } from "./reconstruction-strip.ts";

it.each([1, 3])("puts originals over reconstructions, image beside image (%d channels)", async (channels) => {
  const [count, height, width] = [3, 2, 4];
  const size = height * width * channels;
  const filled = (from: number) => Uint8Array.from({ length: count * size }, (_, i) => from + Math.floor(i / size));
  const strip = { count, height, width, channels, originals: filled(10), reconstructions: filled(200) };
  const png = await encodeStrip(strip);
  expect(await sharp(png).metadata()).toMatchObject({ format: "png", width: 12, height: 4, channels });
  const { data, info } = await sharp(png).raw().toBuffer({ resolveWithObject: true });
  const at = (x: number, y: number) => data[(y * info.width + x) * info.channels];
  expect([at(0, 0), at(4, 1), at(11, 1), at(0, 2), at(7, 3), at(11, 3)]).toEqual([10, 11, 12, 200, 201, 202]);
});
