import { writeFile } from "node:fs/promises";
import sharp from "sharp";
import type { PictureSize } from "../records/image-record.ts";

/** Writes a PNG of gray or colour; never over what is there. */
export async function writePng(file: string, pixels: Uint8Array, shape: PictureSize): Promise<void> {
  const image = sharp(pixels, { raw: shape }).toColourspace(shape.channels === 1 ? "b-w" : "srgb");
  await writeFile(file, await image.png().toBuffer(), { flag: "wx" });
}
