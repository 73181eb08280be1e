import type { ImageSample, ImageSource } from "../image-source.ts";

/** Everything that a source gives, in memory. */
export async function collectRows(
  source: ImageSource,
): Promise<{ samples: ImageSample[]; images: Buffer; masks: Buffer }> {
  const [images, masks]: [Uint8Array[], Uint8Array[]] = [[], []];
  const samples: ImageSample[] = [];
  for await (const chunk of source.rows()) {
    images.push(chunk.images);
    samples.push(...chunk.samples);
    if (chunk.masks) masks.push(chunk.masks);
  }
  return { samples, images: Buffer.concat(images), masks: Buffer.concat(masks) };
}
