import { readFile } from "node:fs/promises";
import path from "node:path";
import { DataError } from "@diaphane/data";
import type { AttributeColumn } from "@diaphane/model/bias";
import { CsvError, parse } from "csv-parse/sync";

const splits = { train: "train", val: "validation", validation: "validation", test: "test" } as const;
type Split = (typeof splits)[keyof typeof splits];

/** More different words than this are names rather than groups. */
const mostValues = 32;
/** Numbers with more different values than this are put into four bands of equal size. */
const mostNumbers = 8;

/**
 * Attributes of the images of a file, out of a table with the columns `split,index,<attribute>…`: index is the place within the
 * split, from 0; an empty value is missing, as is an image without a row. Numbers of many values become bands between quartiles.
 *
 * @param counts images of each split; @returns columns of one split, with the values that occur in any
 * @throws DataError naming the line when the table is not of this form
 */
export async function readAttributes(
  file: string,
  counts: Record<Split, number>,
): Promise<(split: Split) => AttributeColumn[]> {
  const { names, rows } = parseTable(file, await readFile(file, "utf8"));
  const places = new Map<string, string[]>();
  rows.forEach((row, at) => {
    const line = at + 2;
    const [splitName = "", indexText = "", ...values] = row;
    const split = Object.entries(splits).find(([name]) => name === splitName)?.[1];
    if (split === undefined) throw fault(file, line, "split to be train, val or test", `"${splitName}"`);
    const index = Number(indexText);
    if (!/^\d+$/.test(indexText) || index >= counts[split]) {
      const range =
        counts[split] === 0 ? `no image, as the file has none in ${splitName}` : `0 to ${counts[split] - 1}`;
      throw fault(file, line, `an index in ${splitName} of ${range}`, `"${indexText}"`);
    }
    const key = `${split} ${index}`;
    if (places.has(key)) throw fault(file, line, "each image once", `${splitName} ${index} again`);
    places.set(key, values);
  });
  const known = names.map((name, column) =>
    valuesOf(
      file,
      name,
      [...places.values()].map((row) => row[column] ?? ""),
    ),
  );
  return (split) =>
    known.map(({ values, placeOf }, column) => ({
      ...{ name: names[column] ?? "", values },
      of: Int32Array.from({ length: counts[split] }, (_, index) =>
        placeOf(places.get(`${split} ${index}`)?.[column] ?? ""),
      ),
    }));
}

function parseTable(file: string, text: string): { names: string[]; rows: string[][] } {
  let table: string[][];
  try {
    table = parse(text, { bom: true, trim: true, skip_empty_lines: true });
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    throw new DataError({
      ...{ code: "wrong-table", file: path.basename(file), cause: error, found: error.message },
      ...{
        expected: "comma-separated values, as many in every line",
        advice: "Write it with the columns split,index,<attribute>…",
      },
    });
  }
  const [header = [], ...rows] = table;
  const [split, index, ...names] = header;
  if (split !== "split" || index !== "index" || names.length === 0 || names.includes("")) {
    throw fault(file, 1, "the columns split,index,<attribute>…", header.join(","));
  }
  const twice = names.find((name, at) => names.indexOf(name) !== at);
  if (twice !== undefined) throw fault(file, 1, "each attribute once", `${twice} twice`);
  if (rows.length === 0) throw fault(file, 2, "a line for each image", "none");
  return { names, rows };
}

/** The values of a column in their order, and the place of each; −1 for a missing one. */
function valuesOf(file: string, name: string, all: readonly string[]) {
  const present = [...new Set(all)].filter((value) => value !== "");
  if (present.length === 0) throw fault(file, 1, `some image with a value of ${name}`, "none");
  const isNumeric = present.every((value) => Number.isFinite(Number(value)));
  if (isNumeric && present.length > mostNumbers) return bandsOf(all.filter((value) => value !== "").map(Number));
  if (present.length > mostValues) {
    throw fault(file, 1, `at most ${mostValues} different values of ${name}`, `${present.length}`);
  }
  const values = present.toSorted(isNumeric ? (a, b) => Number(a) - Number(b) : undefined);
  return { values, placeOf: (text: string): number => values.indexOf(text) };
}

function bandsOf(numbers: readonly number[]) {
  const sorted = numbers.toSorted((a, b) => a - b);
  const cuts = [...new Set([0.25, 0.5, 0.75].map((share) => sorted[Math.floor(share * sorted.length)] ?? 0))];
  const values = [`< ${cuts[0]}`, ...cuts.slice(1).map((cut, at) => `${cuts[at]} to < ${cut}`), `≥ ${cuts.at(-1)}`];
  return {
    values,
    placeOf: (text: string): number => (text === "" ? -1 : cuts.filter((cut) => Number(text) >= cut).length),
  };
}

function fault(file: string, line: number, expected: string, found: string): DataError {
  return new DataError({
    ...{ code: "wrong-table", file: path.basename(file), key: `line ${line}`, expected, found },
    advice: "Correct the line; the columns are split,index,<attribute>…",
  });
}
