import { DataError } from "../data-error.ts";
import type { Npz } from "./npz.ts";
import { SPLIT_PREFIXES } from "./npz-keys.ts";

const MIN_SIDE = 8;
const MAX_SIDE = 1024;
/** Of a split. A small file of zeros can claim any number of tiny images, and each becomes a row of the database. */
export const MAX_IMAGES = 5_000_000;

export interface ImagesSize {
  count: number;
  height: number;
  width: number;
  channels: 1 | 3;
}

/**
 * Reads the size of the images of every split, which must be one but for their number.
 *
 * @returns `[3]`
 * @throws DataError `missing-key`, `unsupported-dtype`, `wrong-shape`, `too-large`
 */
export async function readImageSizes(npz: Npz, maxImages: number): Promise<ImagesSize[]> {
  const sizes: ImagesSize[] = [];
  for (const prefix of SPLIT_PREFIXES) {
    const key = `${prefix}_images`;
    const size = await readSize(npz, key);
    const first = sizes[0] ?? size;
    if (size.height !== first.height || size.width !== first.width || size.channels !== first.channels) {
      const expected = `images of ${first.height} × ${first.width} × ${first.channels}, as in train_images`;
      const { shape } = await npz.header(key);
      throw shapeError(npz, key, expected, shape, "Save all splits at one size.");
    }
    if (size.count > maxImages) throw tooMany(npz, key, size.count, maxImages);
    sizes.push(size);
  }
  return sizes;
}

async function readSize(npz: Npz, key: string): Promise<ImagesSize> {
  const { dtype, shape } = await npz.header(key);
  const expected = "uint8 images [n, height, width] or [n, height, width, 3]";
  if (dtype !== "|u1") {
    const advice = "Scale the pixels to 0…255 and save them with .astype(numpy.uint8).";
    throw new DataError({ code: "unsupported-dtype", file: npz.file, key, expected, found: `dtype ${dtype}`, advice });
  }
  const [count = 0, height = 0, width = 0, channels = 1] = shape;
  if (shape.length < 3 || shape.length > 4 || (channels !== 1 && channels !== 3)) {
    throw shapeError(npz, key, expected, shape, "Volumes and images with transparency are not read: save 2-D images.");
  }
  if (Math.min(height, width) < MIN_SIDE || Math.max(height, width) > MAX_SIDE) {
    const sides = `images with sides of ${MIN_SIDE} to ${MAX_SIDE} pixels`;
    throw shapeError(npz, key, sides, shape, "Resize the images before saving them.");
  }
  if (count === 0) throw shapeError(npz, key, "at least one image", shape, "Each of train, val and test needs images.");
  return { count, height, width, channels };
}

function tooMany(npz: Npz, key: string, count: number, maxImages: number): DataError {
  const expected = `at most ${maxImages.toLocaleString("en")} images`;
  const found = count.toLocaleString("en");
  return new DataError({ code: "too-large", file: npz.file, key, expected, found, advice: "Split the data set." });
}

function shapeError(npz: Npz, key: string, expected: string, shape: number[], advice: string): DataError {
  const found = `shape (${shape.join(", ")})`;
  return new DataError({ code: "wrong-shape", file: npz.file, key, expected, found, advice });
}
