import { DataError } from "../../data-error.ts";
import { type FileTree, readWhole, type TreeFile } from "../archive/file-tree.ts";
import { withMasks } from "../masks/read-masks.ts";
import { hasImageEnding } from "../pictures/image-kind.ts";
import type { ImageRecord, RecordSet } from "../records/image-record.ts";
import type { ImportOptions } from "../records/import-options.ts";
import { guessColumns, type TableColumns } from "../table/guess-columns.ts";
import { readTable, type Table } from "../table/read-table.ts";
import { splitName } from "../table/split-name.ts";
import { type FileIndex, indexFiles } from "./file-index.ts";
import { pictureRecord } from "./picture-record.ts";

const TABLE_ENDING = /\.(csv|tsv)$/i;

/** The table of a set: the only one, or the uppermost of several. */
export function tableOf({ files }: FileTree): TreeFile | null {
  const tables = files.filter(({ path }) => TABLE_ENDING.test(path));
  const depth = ({ path }: TreeFile) => path.split("/").length;
  return tables.sort((a, b) => depth(a) - depth(b))[0] ?? null;
}

/**
 * Reads a folder or archive of PNG, JPEG and TIFF files with a table that has a row for each image.
 *
 * @throws DataError `bad-table`, `wrong-columns`, `missing-key` for an image that is not there, `wrong-masks`
 */
export async function readTableSet(tree: FileTree, file: TreeFile, options: ImportOptions): Promise<RecordSet> {
  const table = await readTable(await readWhole(tree, file), { file: tree.name, key: file.path });
  const index = indexFiles(tree);
  const isFile = (cell: string) => isPicture(index.find(cell, file.path));
  const columns = guessColumns(table, options.columns, { file: tree.name, isFile });
  const cellOf = cells(table);
  const seen = new Map<string, number>();
  const notes: string[] = [];
  const records: ImageRecord[] = [];
  const masks: (TreeFile | null)[] = [];
  for (const [i, row] of table.rows.entries()) {
    const place = `${table.key}, row ${i + 2}`;
    const name = cellOf(row, columns.image) ?? "";
    const image = index.find(name, file.path);
    if (!image) {
      const missing = notThere(tree.name, place, name);
      if (!options.skipBroken) throw missing;
      notes.push(`left out: ${missing.message}`);
      continue;
    }
    const before = seen.get(image.path);
    if (before !== undefined) throw twice(tree.name, place, image.path, before);
    seen.set(image.path, i + 2);
    records.push({ ...pictureRecord(tree, image), ...toldBy(row, columns, cellOf, { file: tree.name, place }) });
    masks.push(
      columns.mask === null ? null : maskIn(row, columns.mask, cellOf, index, { tree, table: file.path, place }),
    );
  }
  const left =
    tree.files.filter(({ path }) => hasImageEnding(path) && !seen.has(path)).length - masks.filter(Boolean).length;
  if (left > 0) notes.push(`${left} image files are in no row of ${table.key}`);
  const kinds = Object.entries(columns.attributes).flatMap(([name, kind]) =>
    kind === null ? [] : [[name, kind] as const],
  );
  const set = {
    name: tree.name,
    classes: null,
    attributeKinds: Object.fromEntries(kinds),
    notes,
    close: () => tree.close(),
  };
  if (columns.mask === null) return { ...set, records, maskClasses: [], boxClasses: [] };
  const looksLikeInstances = /instance/i.test(columns.mask);
  return { ...set, ...(await withMasks(tree, records, masks, { ...options, looksLikeInstances })) };
}

type CellOf = (row: readonly string[], column: string) => string | null;

/** A cell's text; null when empty. */
function cells({ columns }: Table): CellOf {
  const places = new Map(columns.map((name, i) => [name, i]));
  return (row, column) => row[places.get(column) ?? -1]?.trim() || null;
}

function toldBy(
  row: readonly string[],
  { label, subject, split, attributes }: TableColumns,
  cellOf: CellOf,
  { file, place }: { file: string; place: string },
): Pick<ImageRecord, "label" | "subject" | "split" | "attributes"> {
  const word = split === null ? null : cellOf(row, split);
  const name = word === null ? null : splitName(word);
  if (word !== null && name === null) {
    const advice = "Write train, validation or test, or say that another column holds the split.";
    throw new DataError({ code: "wrong-columns", file, key: place, expected: "a split", found: word, advice });
  }
  return {
    label: label === null ? null : cellOf(row, label),
    subject: subject === null ? null : cellOf(row, subject),
    split: name,
    attributes: Object.fromEntries(Object.keys(attributes).map((column) => [column, cellOf(row, column)])),
  };
}

function maskIn(
  row: readonly string[],
  column: string,
  cellOf: CellOf,
  index: FileIndex,
  { tree, table, place }: { tree: FileTree; table: string; place: string },
): TreeFile | null {
  const name = cellOf(row, column);
  if (name === null) return null;
  const found = index.find(name, table);
  if (found) return found;
  throw notThere(tree.name, place, name);
}

function isPicture(file: TreeFile | null): boolean {
  return file !== null && hasImageEnding(file.path);
}

function notThere(file: string, key: string, name: string): DataError {
  const [expected, advice] = ["a file of the set", "Add the file, or take the row out."];
  return new DataError({ code: "missing-key", file, key, expected, found: JSON.stringify(name), advice });
}

function twice(file: string, key: string, path: string, row: number): DataError {
  const [expected, found] = ["each image once", `${path}, which row ${row} has too`];
  return new DataError({ code: "wrong-columns", file, key, expected, found, advice: "Keep one row for each image." });
}
