import type { ImageBatch, ImageSet } from "../images/image-set.ts";
import type { Box, Detection, Segmentation } from "../images/targets.ts";
import { randomSource } from "../random/random-source.ts";

/** With targets, all in memory. */
interface DrawnImages extends ImageSet {
  images: ImageBatch["images"];
  segmentation: Segmentation & { masks: Uint8Array };
  detection: Detection;
}

/** Dark noise with one or two bright squares of two sizes in each image, with their masks and boxes: small, and learnable. */
export function drawnImages(count: number, size: number, seed = 1): DrawnImages {
  const source = randomSource(seed, 77);
  const images = Uint8Array.from({ length: count * size * size }, () => source.below(60));
  const masks = new Uint8Array(count * size * size);
  const boxes = Array.from({ length: count }, (_, index) => {
    const found: Box[] = [];
    for (let object = 0; object <= index % 2; object++) {
      const classIndex = source.below(2);
      const side = classIndex === 0 ? size / 8 : size / 4;
      // Each in a half of its own.
      const [left, top] = [source.below(size - side), source.below(size / 2 - side) + (object * size) / 2];
      found.push({ classIndex, left, top, width: side, height: side });
      for (let row = top; row < top + side; row++) {
        const start = (index * size + row) * size + left;
        images.fill(220, start, start + side);
        masks.fill(classIndex + 1, start, start + side);
      }
    }
    return found;
  });
  return {
    ...{ count, height: size, width: size, channels: 1, images, classes: [], labels: new Int32Array(count).fill(-1) },
    segmentation: { classes: ["background", "small", "large"], masks },
    detection: { classes: ["small", "large"], boxes },
  };
}
