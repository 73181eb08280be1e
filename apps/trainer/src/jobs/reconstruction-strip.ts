import type { ReconstructionStrip } from "@diaphane/model";
import sharp from "sharp";

/** A PNG with a row of originals above a row of their reconstructions. */
export async function encodeStrip(strip: ReconstructionStrip): Promise<Buffer> {
  const { count, height, width, channels } = strip;
  const pixels = new Uint8Array(2 * count * height * width * channels);
  [strip.originals, strip.reconstructions].forEach((images, row) => {
    for (let image = 0; image < count; image++) {
      for (let y = 0; y < height; y++) {
        const source = (image * height + y) * width * channels;
        const target = ((row * height + y) * count + image) * width * channels;
        pixels.set(images.subarray(source, source + width * channels), target);
      }
    }
  });
  const raw = { width: count * width, height: 2 * height, channels: channels === 3 ? 3 : 1 } as const;
  // Left to itself the encoder writes gray pixels three times over.
  const colours = channels === 3 ? "srgb" : "b-w";
  return await sharp(pixels, { raw }).toColourspace(colours).png({ compressionLevel: 9 }).toBuffer();
}
