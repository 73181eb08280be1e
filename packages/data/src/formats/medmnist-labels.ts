import { DataError } from "../data-error.ts";
import { decodeNumbers, isIntegerDtype } from "./npy-dtype.ts";
import type { Npz } from "./npz.ts";

/** More classes than this is a column of something else, such as an identifier. */
export const MAX_CLASSES = 1000;

/**
 * Reads `(n, 1)` or `(n,)` class labels.
 *
 * @returns `[n]`
 * @throws DataError `wrong-shape`, `multi-label`, `wrong-labels` naming the row
 */
export async function readLabels(npz: Npz, key: string, imageCount: number): Promise<Int32Array> {
  const { file } = npz;
  const { shape, dtype } = await npz.header(key);
  const columns = shape[1] ?? 1;
  const found = `shape (${shape.join(", ")})`;
  if (shape.length === 2 && columns > 1) {
    const expected = "one class for each image, (n, 1)";
    const advice = "Several labels an image are not supported yet: save the column of one finding as (n, 1).";
    throw new DataError({ code: "multi-label", file, key, expected, found, advice });
  }
  if (shape.length < 1 || shape.length > 2 || columns !== 1 || shape[0] !== imageCount) {
    const expected = `labels (${imageCount}, 1), one for each image`;
    const advice = "Images and labels of a split must be saved in the same order and number.";
    throw new DataError({ code: "wrong-shape", file, key, expected, found, advice });
  }
  if (!isIntegerDtype(dtype)) {
    const advice = "Save the labels with .astype(numpy.uint8).";
    throw new DataError({
      code: "wrong-labels",
      file,
      key,
      expected: "whole numbers",
      found: `dtype ${dtype}`,
      advice,
    });
  }
  const values = decodeNumbers(await npz.read(key), dtype);
  const wrong = values.findIndex((value) => value < 0 || value >= MAX_CLASSES);
  if (wrong >= 0) {
    throw new DataError({
      code: "wrong-labels",
      file,
      key: `${key}[${wrong}]`,
      expected: `a class from 0 to ${MAX_CLASSES - 1}`,
      found: String(values[wrong]),
      advice: "Number the classes 0, 1, 2, … without gaps.",
    });
  }
  return Int32Array.from(values);
}
