import type { ImageBatch, ImageSet } from "../images/image-set.ts";
import { randomSource } from "../random/random-source.ts";

/** Noise images with a bright square in those of the second class: small, and learnable. */
export function randomImages(count: number, size: number, channels = 1, seed = 1): ImageSet & ImageBatch {
  const source = randomSource(seed, 99);
  const labels = Int32Array.from({ length: count }, (_, index) => index % 2);
  const images = Uint8Array.from({ length: count * size * size * channels }, () => source.below(80));
  labels.forEach((label, index) => {
    if (label === 0) return;
    for (let row = 2; row < size / 2; row++) {
      const start = ((index * size + row) * size + 2) * channels;
      images.fill(220, start, start + (size / 2) * channels);
    }
  });
  return { count, height: size, width: size, channels, images, labels, classes: ["absent", "present"] };
}
