import { DataError } from "../../data-error.ts";
import { IGNORED_PIXEL } from "../../image-source.ts";
import type { PictureMask } from "../records/image-record.ts";

/** A mask's numbers as they are stored, `[height, width]`. */
export interface MaskNumbers {
  width: number;
  height: number;
  values: Uint8Array | Uint16Array;
}

/** What the values of a set's masks mean. */
export interface MaskCatalogue {
  /** The background first. */
  classes: string[];
  toMask(numbers: MaskNumbers): PictureMask;
}

const MAX_CLASSES = 254;

/**
 * Classes out of all values that a set's masks hold, in their order: 0 and 255 (or 1) are background and foreground, 0, 1,
 * 2, … with 255 have unknown places at 255, and other values are classes in their order.
 *
 * @param names by value, where a person has given them
 * @throws DataError `wrong-masks` for more classes than 254: instances or a picture
 */
export function semanticMasks(
  found: ReadonlySet<number>,
  names: Readonly<Record<string, string>>,
  { file, key }: { file: string; key: string },
): MaskCatalogue {
  const values = [...new Set([0, ...found])].sort((a, b) => a - b);
  const ignores = values.length > 2 && values.at(-1) === IGNORED_PIXEL && values.at(-2) === values.length - 2;
  const known = ignores && !Object.hasOwn(names, IGNORED_PIXEL) ? values.slice(0, -1) : values;
  if (known.length > MAX_CLASSES) {
    const [expected, amount] = [`at most ${MAX_CLASSES} classes of pixels`, `${known.length} values`];
    const advice = "Save class numbers without smoothing (as PNG), or say that masks number instances.";
    throw new DataError({ code: "wrong-masks", file, key, expected, found: amount, advice });
  }
  const numberOf = new Uint8Array(2 ** 16).fill(IGNORED_PIXEL);
  known.forEach((value, i) => {
    numberOf[value] = i;
  });
  return {
    classes: known.map((value, i) => names[String(value)] ?? usualName(value, i, known.length)),
    toMask: ({ width, height, values: numbers }) => {
      return { width, height, classes: Uint8Array.from(numbers, (value) => numberOf[value] ?? IGNORED_PIXEL) };
    },
  };
}

/** Every number above 0 is a thing of one class. */
export function instanceMasks(names: Readonly<Record<string, string>>): MaskCatalogue {
  return {
    classes: [names["0"] ?? "background", names["1"] ?? "object"],
    toMask: ({ width, height, values }) => ({
      width,
      height,
      classes: Uint8Array.from(values, (value) => (value > 0 ? 1 : 0)),
    }),
  };
}

function usualName(value: number, index: number, count: number): string {
  if (index === 0) return "background";
  return count === 2 ? "foreground" : `class ${value}`;
}
