import type { ImageRows, ImageSample, ImageSource, ImageSourceMeta } from "../image-source.ts";

/**
 * A source of samples in memory. Pixels follow from the index, so that any image can be recognised: see `pixelOf`; so do
 * masks, when there are mask classes: the same values, taken as class numbers.
 */
export function memorySource(
  samples: readonly ImageSample[],
  meta: Partial<ImageSourceMeta> = {},
  rowsPerChunk = 7,
): ImageSource {
  const full: ImageSourceMeta = {
    name: "memory",
    count: samples.length,
    height: 8,
    width: 8,
    channels: 1,
    classes: ["no", "yes"],
    maskClasses: [],
    boxClasses: [],
    attributes: [],
    hasSubjects: false,
    isSynthetic: true,
    ...meta,
  };
  const imageBytes = full.height * full.width * full.channels;
  async function* rows(): AsyncGenerator<ImageRows> {
    for (let first = 0; first < samples.length; first += rowsPerChunk) {
      const chunk = samples.slice(first, first + rowsPerChunk);
      const images = Uint8Array.from({ length: chunk.length * imageBytes }, (_, i) => {
        return pixelOf(first + Math.floor(i / imageBytes), i % imageBytes);
      });
      const masks = Uint8Array.from({ length: chunk.length * full.height * full.width }, (_, i) => {
        const area = full.height * full.width;
        return pixelOf(first + Math.floor(i / area), i % area) % full.maskClasses.length;
      });
      yield full.maskClasses.length > 0 ? { images, masks, samples: chunk } : { images, samples: chunk };
    }
  }
  return { meta: full, rows, close: async () => {} };
}

/** The value of a pixel of image `index` in a `memorySource`. */
export function pixelOf(index: number, position: number): number {
  return (index * 31 + position * 7) % 253;
}
