import { DataError } from "../data-error.ts";
import { isTextDtype } from "./npy-dtype.ts";
import { decodeText } from "./npy-text.ts";
import type { Npz } from "./npz.ts";

const MAX_CHARACTERS = 200;
/** Controls, formatting marks, line separators and halves of characters: what can't be seen, or breaks a line. */
const UNPRINTABLE = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/u;

/**
 * Reads a small array of text, each between 1 and 200 characters that can be shown, without blanks around it.
 *
 * @param code of the error for text that is none of that
 * @throws DataError that, naming the element
 */
export async function readTexts(npz: Npz, key: string, code: "wrong-names" | "wrong-subjects"): Promise<string[]> {
  const { file } = npz;
  const { dtype } = await npz.header(key);
  if (!isTextDtype(dtype)) {
    const advice = "Save numpy.array of Python strings.";
    throw new DataError({ code, file, key, expected: "text (<U…)", found: `dtype ${dtype}`, advice });
  }
  return decodeText(await npz.read(key), dtype).map((text, i) => {
    const isGood = text !== null && text === text.trim() && text.length > 0 && [...text].length <= MAX_CHARACTERS;
    if (isGood && !UNPRINTABLE.test(text)) return text;
    throw new DataError({
      code,
      file,
      key: `${key}[${i}]`,
      expected: `1 to ${MAX_CHARACTERS} characters that can be shown, without blanks around them`,
      found: text === null ? "what is no text" : JSON.stringify(text.slice(0, 80)),
      advice: "Correct the text.",
    });
  });
}
