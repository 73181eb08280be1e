import { parse } from "csv-parse";
import { DataError } from "../../data-error.ts";

export interface Table {
  /** What messages call it. */
  key: string;
  columns: string[];
  rows: string[][];
}

const MAX_COLUMNS = 500;
const MAX_ROWS = 2_000_000;
const MAX_CELL = 64 * 1024;

/**
 * Reads a table of text with a header: CSV, or with tabs or semicolons, in UTF-8 (with byte order mark or without).
 *
 * @throws DataError `bad-table` naming the line
 */
export async function readTable(bytes: Uint8Array, { file, key }: { file: string; key: string }): Promise<Table> {
  const text = decode(bytes, { file, key });
  const header = text.slice(0, text.search(/\r?\n|$/));
  const delimiter = [",", "\t", ";"].reduce((best, one) => (count(header, one) > count(header, best) ? one : best));
  const parser = parse(text, { delimiter, bom: true, skip_empty_lines: true, max_record_size: MAX_CELL });
  const lines: string[][] = [];
  try {
    for await (const line of parser) {
      if (!isLine(line)) continue;
      lines.push(line);
      if (lines.length > MAX_ROWS + 1) throw bad(`at most ${MAX_ROWS} rows`, "more");
    }
  } catch (cause) {
    if (cause instanceof DataError) throw cause;
    throw bad("a table with as many cells in every row", cause instanceof Error ? cause.message : String(cause), cause);
  }
  const [columns = [], ...rows] = lines;
  if (rows.length === 0) throw bad("a header and at least one row", `${lines.length} lines`);
  if (columns.length > MAX_COLUMNS) throw bad(`at most ${MAX_COLUMNS} columns`, String(columns.length));
  const names = columns.map((name) => name.trim());
  const twice = names.find((name, i) => name === "" || names.indexOf(name) !== i);
  if (twice !== undefined) throw bad("a name of its own for every column", twice === "" ? "an empty name" : twice);
  return { key, columns: names, rows };

  function bad(expected: string, found: string, cause?: unknown): DataError {
    const advice = "Correct the table, and save it as CSV in UTF-8.";
    return new DataError({ code: "bad-table", file, key, expected, found, advice, cause });
  }
}

function decode(bytes: Uint8Array, place: { file: string; key: string }): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch (cause) {
    const advice = "Save the table as CSV in UTF-8.";
    throw new DataError({
      code: "bad-table",
      ...place,
      expected: "text in UTF-8",
      found: "other bytes",
      advice,
      cause,
    });
  }
}

function count(text: string, part: string): number {
  return text.split(part).length;
}

function isLine(line: unknown): line is string[] {
  return Array.isArray(line) && line.every((cell) => typeof cell === "string");
}
