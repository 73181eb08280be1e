import { DataError } from "../data-error.ts";
import { IGNORED_PIXEL } from "../image-source.ts";
import { wrongMaskPixel } from "../targets/wrong-mask-pixel.ts";
import type { Npz } from "./npz.ts";

/** A mask's values are 0…254, and 255 is kept for what is not known. */
export const MAX_MASK_CLASSES = IGNORED_PIXEL;

/** @throws DataError `unsupported-dtype`, `wrong-shape` */
export async function checkMasksHeader(
  npz: Npz,
  key: string,
  images: { count: number; height: number; width: number },
): Promise<void> {
  const { file } = npz;
  const { dtype, shape } = await npz.header(key);
  const wanted = [images.count, images.height, images.width].join(", ");
  const expected = `uint8 masks (${wanted}), one for each image`;
  if (dtype !== "|u1") {
    const advice = "Save the number of each pixel's class with .astype(numpy.uint8).";
    throw new DataError({ code: "unsupported-dtype", file, key, expected, found: `dtype ${dtype}`, advice });
  }
  if (shape.join(", ") === wanted) return;
  const found = `shape (${shape.join(", ")})`;
  const advice = "Masks have the size, the order and the number of their images, and one channel.";
  throw new DataError({ code: "wrong-shape", file, key, expected, found, advice });
}

/** The greatest class number in masks of a file that names none: it can only be known by reading them. */
export async function greatestMaskClass(npz: Npz, key: string, rowsPerChunk: number): Promise<number> {
  let greatest = 0;
  for await (const masks of npz.rows(key, rowsPerChunk)) {
    for (const value of masks) if (value > greatest && value !== IGNORED_PIXEL) greatest = value;
  }
  return greatest;
}

/**
 * Streams masks uint8 `[≤ rowsPerChunk, height, width]`, checked against the number of classes.
 *
 * @throws DataError `wrong-masks` naming the image and the pixel; at the end, when there was black and white only: read as
 *   class numbers, such masks would teach nothing
 */
export async function* streamMasks(
  npz: Npz,
  key: string,
  { rowsPerChunk, classes }: { rowsPerChunk: number; classes: number },
): AsyncGenerator<Uint8Array> {
  const [, height = 1, width = 1] = (await npz.header(key)).shape;
  let first = 0;
  const seen = { background: false, foreground: false, ignored: false };
  for await (const masks of npz.rows(key, rowsPerChunk)) {
    const wrong = wrongMaskPixel(masks, classes);
    if (wrong >= 0) {
      const image = first + Math.floor(wrong / (height * width));
      const pixel = wrong % (height * width);
      throw new DataError({
        code: "wrong-masks",
        file: npz.file,
        key: `${key}[${image}, ${Math.floor(pixel / width)}, ${pixel % width}]`,
        expected: `0 to ${classes - 1}, or ${IGNORED_PIXEL} where nothing is known`,
        found: String(masks[wrong]),
        advice: "Name every class in mask_classes, the background first; masks hold class numbers, not gray levels.",
      });
    }
    seen.background ||= masks.includes(0);
    seen.ignored ||= masks.includes(IGNORED_PIXEL);
    seen.foreground ||= masks.some((value) => value > 0 && value !== IGNORED_PIXEL);
    yield masks;
    first += masks.length / (height * width);
  }
  if (seen.background && seen.ignored && !seen.foreground) {
    throw new DataError({
      code: "wrong-masks",
      file: npz.file,
      key,
      expected: "pixels of a class from 1",
      found: `only 0 and ${IGNORED_PIXEL}, which says that nothing is known`,
      advice: "Save class numbers: for black and white masks, (masks > 0).astype(numpy.uint8).",
    });
  }
}
