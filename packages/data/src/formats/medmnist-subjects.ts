import { DataError } from "../data-error.ts";
import { decodeNumbers, isIntegerDtype } from "./npy-dtype.ts";
import type { Npz } from "./npz.ts";
import { SPLIT_PREFIXES } from "./npz-keys.ts";
import { readTexts } from "./npz-text.ts";

/**
 * Reads who each image is of: `{train,val,test}_subjects`, `(n,)` of text or whole numbers.
 *
 * @param counts images of each split
 * @returns `[3][n]`
 * @throws DataError `wrong-shape`; `wrong-subjects` naming the row; `subject-overlap` naming a subject that two splits have
 */
export async function readSubjects(npz: Npz, counts: readonly number[]): Promise<string[][]> {
  const splitOf = new Map<string, string>();
  const subjects: string[][] = [];
  for (const [i, prefix] of SPLIT_PREFIXES.entries()) {
    const key = `${prefix}_subjects`;
    const ofSplit = await readOne(npz, key, counts[i] ?? 0);
    ofSplit.forEach((subject, row) => {
      const other = splitOf.get(subject) ?? key;
      if (other !== key) {
        throw new DataError({
          code: "subject-overlap",
          file: npz.file,
          key: `${key}[${row}]`,
          expected: "every subject in one split only",
          found: `subject ${JSON.stringify(subject)}, which ${other} has too`,
          advice: "Split the images by subject: scores on persons who were trained on are too good.",
        });
      }
      splitOf.set(subject, key);
    });
    subjects.push(ofSplit);
  }
  return subjects;
}

async function readOne(npz: Npz, key: string, count: number): Promise<string[]> {
  const { file } = npz;
  const { shape, dtype } = await npz.header(key);
  if (shape.length !== 1 || shape[0] !== count) {
    const expected = `subjects (${count},), one for each image`;
    const found = `shape (${shape.join(", ")})`;
    const advice = "Images and subjects of a split must be saved in the same order and number.";
    throw new DataError({ code: "wrong-shape", file, key, expected, found, advice });
  }
  if (!isIntegerDtype(dtype)) return await readTexts(npz, key, "wrong-subjects");
  const numbers = decodeNumbers(await npz.read(key), dtype);
  const wrong = numbers.findIndex((number) => !Number.isSafeInteger(number));
  if (wrong < 0) return Array.from(numbers, String);
  throw new DataError({
    code: "wrong-subjects",
    file,
    key: `${key}[${wrong}]`,
    expected: "whole numbers within ±2⁵³",
    found: String(numbers[wrong]),
    advice: "Save the subjects as text.",
  });
}
