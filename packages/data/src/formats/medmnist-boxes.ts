import { DataError } from "../data-error.ts";
import type { ImageBox } from "../image-source.ts";
import { boxProblem } from "../targets/box-problem.ts";
import { decodeNumbers, isNumberDtype } from "./npy-dtype.ts";
import type { Npz } from "./npz.ts";

const COLUMNS = 6;
/** More classes than this is a column of something else. */
export const MAX_BOX_CLASSES = 1000;

/** The boxes of one split. */
export interface BoxTable {
  /** No class number is greater; −1 when there are no boxes. */
  greatestClass: number;
  /** Boxes of an image of this split, in the order of the file. */
  boxesOf(image: number): ImageBox[];
}

/**
 * Reads `(m, 6)` rows of numbers: image within the split, class, left, top, width, height, the last four in pixels.
 *
 * @param images how many the split has, and their size
 * @param classes how many names the file gives; null when it gives none
 * @throws DataError `wrong-shape`, `wrong-boxes` naming the row
 */
export async function readBoxes(
  npz: Npz,
  key: string,
  images: { count: number; height: number; width: number },
  classes: number | null,
): Promise<BoxTable> {
  const { file } = npz;
  const { shape, dtype } = await npz.header(key);
  if (shape.length !== 2 || shape[1] !== COLUMNS || !isNumberDtype(dtype)) {
    const expected = "numbers (m, 6): image, class, left, top, width, height";
    const found = `shape (${shape.join(", ")}) of ${dtype}`;
    const advice = "Save one row for each box; (0, 6) when there is none.";
    throw new DataError({ code: "wrong-shape", file, key, expected, found, advice });
  }
  const values = decodeNumbers(await npz.read(key), dtype);
  const rows = values.length / COLUMNS;
  const among = { height: images.height, width: images.width, classes: classes ?? MAX_BOX_CLASSES };
  const image = (row: number) => values[row * COLUMNS] ?? 0;
  const starts = new Uint32Array(images.count + 1);
  let greatestClass = -1;
  for (let row = 0; row < rows; row++) {
    const isImage = Number.isInteger(image(row)) && image(row) >= 0 && image(row) < images.count;
    const problem = isImage
      ? boxProblem(boxAt(values, row), among)
      : { expected: `an image from 0 to ${images.count - 1}`, found: `image ${image(row)}` };
    if (problem) {
      const advice = "Columns are image, class, left, top, width, height; cut boxes to their image.";
      throw new DataError({ code: "wrong-boxes", file, key: `${key}[${row}]`, ...problem, advice });
    }
    greatestClass = Math.max(greatestClass, values[row * COLUMNS + 1] ?? 0);
    starts[image(row) + 1] = (starts[image(row) + 1] ?? 0) + 1;
  }
  // Rows may come in any order: they are counted by image, then put in their places.
  for (let i = 0; i < images.count; i++) starts[i + 1] = (starts[i + 1] ?? 0) + (starts[i] ?? 0);
  const filled = starts.slice(0, images.count);
  const order = new Uint32Array(rows);
  for (let row = 0; row < rows; row++) {
    const place = filled[image(row)] ?? 0;
    order[place] = row;
    filled[image(row)] = place + 1;
  }
  const boxesOf = (index: number) =>
    Array.from(order.subarray(starts[index] ?? 0, starts[index + 1] ?? 0), (row) => boxAt(values, row));
  return { greatestClass, boxesOf };
}

function boxAt(values: Float64Array, row: number): ImageBox {
  const [, classIndex = 0, left = 0, top = 0, width = 0, height = 0] = values.subarray(
    row * COLUMNS,
    (row + 1) * COLUMNS,
  );
  return { classIndex, left, top, width, height };
}
