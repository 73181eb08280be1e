import type { ByteSource } from "../byte-source.ts";
import { DataError } from "../data-error.ts";
import type { ImageRows, ImageSample, ImageSource, SplitName } from "../image-source.ts";
import { medMnistClasses } from "./medmnist-classes.ts";
import { readLabels } from "./medmnist-labels.ts";
import { type Npz, type NpzLimits, readNpz } from "./npz.ts";

const SPLIT_KEYS: readonly [SplitName, string][] = [
  ["train", "train"],
  ["validation", "val"],
  ["test", "test"],
];

const MIN_SIDE = 8;
const MAX_SIDE = 1024;
/** Of a split. A small file of zeros can claim any number of tiny images, and each becomes a row of the database. */
const MAX_IMAGES = 5_000_000;
const CHUNK_BYTES = 4 * 1024 * 1024;

interface SplitPart {
  split: SplitName;
  key: string;
  labels: Int32Array;
}

/**
 * Opens an .npz in the layout of MedMNIST: `{train,val,test}_images` uint8 `[n, h, w]` (gray) or `[n, h, w, 3]`
 * (colour) and `{train,val,test}_labels` integers `[n, 1]`. Headers and labels are checked now; pixels stream later.
 * Several labels an image (ChestMNIST) are refused.
 *
 * @throws DataError naming file, key, what was expected and what was found
 */
export async function readMedMnist(
  input: string | ByteSource,
  options: { limits?: Partial<NpzLimits>; maxImages?: number } = {},
): Promise<ImageSource> {
  const npz = await readNpz(input, options.limits);
  try {
    return await recognise(npz, options.maxImages ?? MAX_IMAGES);
  } catch (error) {
    await npz.close();
    throw error;
  }
}

async function recognise(npz: Npz, maxImages: number): Promise<ImageSource> {
  const size = await readSize(npz, "train_images");
  const parts: SplitPart[] = [];
  for (const [split, prefix] of SPLIT_KEYS) {
    const key = `${prefix}_images`;
    const other = await readSize(npz, key);
    if (other.height !== size.height || other.width !== size.width || other.channels !== size.channels) {
      const expected = `images of ${size.height} × ${size.width} × ${size.channels}, as in train_images`;
      throw shapeError(npz, key, expected, other.shape, "Save all splits at one size.");
    }
    if (other.count > maxImages) throw tooMany(npz, key, other.count, maxImages);
    parts.push({ split, key, labels: await readLabels(npz, `${prefix}_labels`, other.count) });
  }
  const greatest = parts.reduce((max, part) => part.labels.reduce((a, b) => Math.max(a, b), max), 0);
  const { height, width, channels } = size;
  const rowsPerChunk = Math.max(1, Math.floor(CHUNK_BYTES / (height * width * channels)));
  return {
    meta: {
      name: npz.file,
      count: parts.reduce((sum, part) => sum + part.labels.length, 0),
      height,
      width,
      channels,
      classes: medMnistClasses(npz.file, greatest),
      attributes: [],
      hasSubjects: false,
      isSynthetic: false,
    },
    rows: () => streamRows(npz, parts, height * width * channels, rowsPerChunk),
    close: () => npz.close(),
  };
}

async function* streamRows(
  npz: Npz,
  parts: readonly SplitPart[],
  imageBytes: number,
  rowsPerChunk: number,
): AsyncGenerator<ImageRows> {
  for (const { split, key, labels } of parts) {
    const sampleOf = sharedSamples(split);
    let first = 0;
    for await (const images of npz.rows(key, rowsPerChunk)) {
      const count = images.length / imageBytes;
      const samples = Array.from(labels.subarray(first, first + count), sampleOf);
      first += count;
      yield { images, samples };
    }
  }
}

/** All images of a class are one object, as nothing else is known of them: millions of samples fit into memory. */
function sharedSamples(split: SplitName): (label: number) => ImageSample {
  const known = new Map<number, ImageSample>();
  return (label) => {
    const sample = known.get(label) ?? Object.freeze({ split, label, subject: null, attributes: {} });
    known.set(label, sample);
    return sample;
  };
}

interface ImagesSize {
  count: number;
  height: number;
  width: number;
  channels: 1 | 3;
  shape: number[];
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
  return { count, height, width, channels, shape };
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
