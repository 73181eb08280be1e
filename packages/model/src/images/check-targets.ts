import type { Images } from "./image-set.ts";
import { InvalidImageSet } from "./invalid-image-set.ts";
import { type Box, type Detection, IGNORED_PIXEL, type Segmentation } from "./targets.ts";

/** How far a box may stick out of its image: what single precision makes of one that ends at the border. */
const tolerance = 1e-3;

/** Throws InvalidImageSet when masks don't belong to the images or name no class. @param name of the set, for messages */
export function checkSegmentation({ classes, masks }: Segmentation, images: Images, name: string): void {
  const area = images.height * images.width;
  if (masks.length !== images.count * area) {
    const shape = `[${images.count}, ${images.height}, ${images.width}]`;
    throw new InvalidImageSet(
      `The masks of the ${name} set are ${masks.length} bytes; shape ${shape} needs ${images.count * area}.`,
    );
  }
  for (let row = 0; row < images.count; row++) {
    const mask = masks.subarray(row * area, (row + 1) * area);
    const wrong = mask.find((value) => value >= classes.length && value !== IGNORED_PIXEL);
    if (wrong === undefined) continue;
    throw new InvalidImageSet(
      `Mask ${row} of the ${name} set has the class ${wrong}; allowed are 0 to ${classes.length - 1} and ${IGNORED_PIXEL}.`,
    );
  }
}

/** Throws InvalidImageSet when there are boxes of other images than these, of no class, empty, or outside of their image. */
export function checkDetection({ classes, boxes }: Detection, images: Images, name: string): void {
  if (boxes.length !== images.count) {
    throw new InvalidImageSet(`The ${name} set has ${images.count} images and boxes of ${boxes.length}.`);
  }
  boxes.forEach((ofImage, index) => {
    const wrong = ofImage?.find((box) => !isGoodBox(box, images, classes.length));
    if (!wrong) return;
    throw new InvalidImageSet(
      `Image ${index} of the ${name} set (${images.width} × ${images.height} pixels, ${classes.length} box classes) has the box ${JSON.stringify(wrong)}.`,
    );
  });
}

function isGoodBox({ classIndex, left, top, width, height }: Box, images: Images, classes: number): boolean {
  const isOfClass = Number.isInteger(classIndex) && classIndex >= 0 && classIndex < classes;
  const isInside =
    left >= -tolerance &&
    top >= -tolerance &&
    left + width <= images.width + tolerance &&
    top + height <= images.height + tolerance;
  return isOfClass && width > 0 && height > 0 && isInside;
}
