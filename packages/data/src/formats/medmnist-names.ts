import { DataError } from "../data-error.ts";
import type { Npz } from "./npz.ts";
import { readTexts } from "./npz-text.ts";

/**
 * Reads an optional array of class names, `[k]` of text, one for each class number.
 *
 * @param atMost how many there may be
 * @returns null when the file has no such array
 * @throws DataError `wrong-names`
 */
export async function readNames(npz: Npz, key: string, atMost: number): Promise<string[] | null> {
  if (!npz.keys.includes(key)) return null;
  const { file } = npz;
  const { shape } = await npz.header(key);
  const [count = 0] = shape;
  if (shape.length !== 1 || count < 1 || count > atMost) {
    const expected = `1 to ${atMost} names, (k,)`;
    const found = `shape (${shape.join(", ")})`;
    const advice = "Save one name for each class number, from 0.";
    throw new DataError({ code: "wrong-names", file, key, expected, found, advice });
  }
  const names = await readTexts(npz, key, "wrong-names");
  const twice = names.find((name, i) => names.indexOf(name) < i);
  if (twice === undefined) return names;
  const advice = "Give every class a name of its own.";
  throw new DataError({
    code: "wrong-names",
    file,
    key,
    expected: "different names",
    found: `"${twice}" twice`,
    advice,
  });
}

/** Names for classes that nobody has named: "class 0", "class 1", … */
export function numberedNames(count: number): string[] {
  return Array.from({ length: count }, (_, i) => `class ${i}`);
}
