import { MAX_PIXELS } from "../pictures/decode-picture.ts";
import { type GrayLevels, NO_LEVELS, toGray, widened } from "../pictures/gray-levels.ts";
import type { Picture, PictureSize } from "../records/image-record.ts";
import type { Hdf5Array, NumberArray } from "./hdf5-array.ts";
import { type Hdf5Place, hdf5Fault } from "./hdf5-fault.ts";

const BLOCK_BYTES = 8 * 1024 ** 2;

/** The images of an array, `[n, height, width]` or `[n, height, width, 1 or 3]`. */
export interface ArrayImages {
  count: number;
  size: PictureSize;
  /** How many values are no numbers, or infinite: they are drawn black. */
  notNumbers: number;
  picture(row: number): Promise<Picture>;
}

/** Whether an array has the shape of images. */
export function holdsImages({ kind, shape }: Hdf5Array): boolean {
  const channels = shape.length === 4 ? shape[3] : 1;
  return kind !== "text" && (shape.length === 3 || shape.length === 4) && (channels === 1 || channels === 3);
}

/**
 * The images of an array. Bytes are taken as they are, 16 bits without sign divided by 257; other numbers are stretched from the least to the
 * greatest of the whole array, for which all of it is read once.
 *
 * @throws DataError `wrong-shape`, `too-large`, and `bad-hdf5` for damaged data
 */
export async function arrayImages(array: Hdf5Array, place: Hdf5Place): Promise<ArrayImages> {
  const [count = 0, height = 0, width = 0, depth = 1] = array.shape;
  if (!holdsImages(array) || count === 0 || height === 0 || width === 0) {
    const [expected, found] = ["images [n, height, width] or [n, height, width, 3]", `(${array.shape.join(", ")})`];
    const advice = "Move the channels to the last axis, or name the array that holds images.";
    throw hdf5Fault(place, { code: "wrong-shape", expected, found, advice });
  }
  if (height * width > MAX_PIXELS) {
    const expected = `at most ${MAX_PIXELS / 1024 ** 2} megapixels`;
    throw hdf5Fault(place, { code: "too-large", expected, found: `${height} × ${width}` });
  }
  const channels = depth === 3 ? 3 : 1;
  const values = height * width * channels;
  const inBlock = Math.max(1, Math.floor(BLOCK_BYTES / (values * 8)), Math.min(array.rowsTogether, count));
  const blockOf = blockReader(array, inBlock);
  const { levels, notNumbers } = await levelsOf(array, blockOf, inBlock);
  return {
    count,
    size: { width, height, channels },
    notNumbers,
    async picture(row) {
      const first = Math.floor(row / inBlock) * inBlock;
      const block = await blockOf(first);
      const numbers = block.subarray((row - first) * values, (row - first + 1) * values);
      const pixels = array.kind === "byte" ? Uint8Array.from(numbers) : toGray(numbers, levels);
      return { width, height, channels, pixels };
    },
  };
}

/** Blocks of rows; the last one is kept, as rows are asked for one after the other. */
function blockReader(array: Hdf5Array, inBlock: number): (first: number) => Promise<NumberArray> {
  let kept: { first: number; values: Promise<NumberArray> } | undefined;
  return (first) => {
    if (kept?.first === first) return kept.values;
    const values = array.numbers(first, Math.min(inBlock, (array.shape[0] ?? 0) - first));
    kept = { first, values };
    return values;
  };
}

async function levelsOf(array: Hdf5Array, blockOf: (first: number) => Promise<NumberArray>, inBlock: number) {
  if (array.kind === "byte") return { levels: { low: 0, high: 255 }, notNumbers: 0 };
  if (array.kind === "boolean") return { levels: { low: 0, high: 1 }, notNumbers: 0 };
  let levels: GrayLevels = NO_LEVELS;
  let notNumbers = 0;
  for (let first = 0; first < (array.shape[0] ?? 0); first += inBlock) {
    const values = await blockOf(first);
    if (values instanceof Uint16Array) return { levels: { low: 0, high: 2 ** 16 - 1 }, notNumbers: 0 };
    levels = widened(levels, values);
    for (const value of values) if (!Number.isFinite(value)) notNumbers++;
  }
  return { levels, notNumbers };
}
