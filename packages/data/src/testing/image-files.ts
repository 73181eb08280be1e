import sharp from "sharp";

/** The bytes of a PNG of one colour, or of a gradient that starts there, `[height, width, channels]`. */
export async function pngOf(width: number, height: number, channels: 1 | 3, start = 0): Promise<Uint8Array> {
  const pixels = Uint8Array.from({ length: width * height * channels }, (_, i) => (start + i) % 256);
  return pngOfPixels(pixels, { width, height, channels });
}

/** The bytes of a PNG with these pixels: gray or colour of 8 bits. */
export async function pngOfPixels(
  pixels: Uint8Array,
  { width, height, channels }: { width: number; height: number; channels: 1 | 3 },
): Promise<Uint8Array> {
  const image = sharp(pixels, { raw: { width, height, channels } }).toColourspace(channels === 1 ? "b-w" : "srgb");
  return new Uint8Array(await image.png().toBuffer());
}
