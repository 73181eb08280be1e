import path from "node:path";
import type { FileTree, TreeFile } from "../archive/file-tree.ts";
import type { ImageRecord, RecordSet } from "../records/image-record.ts";
import type { ImportOptions } from "../records/import-options.ts";
import { guessColumns, type TableColumns } from "../table/guess-columns.ts";
import type { Table } from "../table/read-table.ts";
import { splitInPath, splitName } from "../table/split-name.ts";
import { arrayImages, holdsImages } from "./array-images.ts";
import { arrayMasks } from "./array-masks.ts";
import { arraysBeside, type ImageArrays, isMaskName } from "./column-arrays.ts";
import type { Hdf5Array } from "./hdf5-array.ts";
import { hdf5Fault } from "./hdf5-fault.ts";
import { type Hdf5File, openHdf5 } from "./open-hdf5.ts";

const IMAGE_NAME = /^(x|data|pixels|scans|slices)$|^x_|_x$|image|img/i;
/** Stands in for the table's column of images: a row is an image. */
const ROW = "row";

/**
 * Reads HDF5 files: arrays of images, and beside each, in the same group, arrays with a value for each image: labels, subjects, splits,
 * attributes, told apart by their names as a table's columns are (`columns` says otherwise), and masks. The split may be in a
 * group's or array's name.
 *
 * @throws DataError `bad-hdf5`, `wrong-shape`, `wrong-columns`
 */
export async function readHdf5Set(
  tree: FileTree,
  files: readonly TreeFile[],
  options: ImportOptions,
): Promise<RecordSet> {
  const opened: Hdf5File[] = [];
  const close = async () => {
    for (const file of opened) await file.close();
    await tree.close();
  };
  try {
    const notes: string[] = [];
    const parts: { file: TreeFile; part: ImageArrays }[] = [];
    for (const file of files) {
      const hdf5 = await openHdf5(tree, file);
      opened.push(hdf5);
      notes.push(...hdf5.notes.map((note) => `${file.path}, ${note}`));
      for (const images of imageArrays(hdf5.arrays, options, { file: tree.name, key: file.path })) {
        parts.push({ file, part: arraysBeside(images, hdf5.arrays, options.columns.mask) });
      }
    }
    return { ...(await recordsOf(tree, parts, options, notes)), close };
  } catch (error) {
    for (const file of opened) await file.close();
    throw error;
  }
}

function imageArrays(
  arrays: readonly Hdf5Array[],
  { columns }: ImportOptions,
  place: { file: string; key: string },
): Hdf5Array[] {
  const isNamed = ({ path: whole }: Hdf5Array) =>
    columns.image === undefined
      ? IMAGE_NAME.test(path.posix.basename(whole))
      : whole === columns.image || path.posix.basename(whole) === columns.image;
  const candidates = arrays.filter(
    (array) => holdsImages(array) && (columns.image !== undefined || !isMaskName(array)),
  );
  const named = candidates.filter(isNamed);
  if (named.length > 0) return named;
  if (columns.image === undefined && candidates.length === 1) return candidates;
  const found = arrays.slice(0, 12).map((array) => `${array.path} (${array.shape.join(", ")})`);
  const expected = columns.image ?? "an array of images, [n, height, width] or [n, height, width, 3]";
  const advice = "Say in columns.image which array holds the images; channels are the last axis.";
  throw hdf5Fault(place, { code: "wrong-columns", expected, found: found.join(", ") || "no arrays", advice });
}

async function recordsOf(
  tree: FileTree,
  parts: readonly { file: TreeFile; part: ImageArrays }[],
  options: ImportOptions,
  notes: string[],
): Promise<Omit<RecordSet, "close">> {
  const read = [];
  for (const { file, part } of parts) {
    const place = { file: tree.name, key: `${file.path}, ${part.images.path}` };
    const images = await arrayImages(part.images, place);
    if (images.notNumbers > 0) notes.push(`${place.key}: ${images.notNumbers} values are no numbers, and drawn black`);
    read.push({ part, images, place, ...(await columnsOf(part, images.count, options, place)) });
  }
  const withMasks = read.flatMap(({ part: { masks }, images: { size } }) => (masks ? [{ masks, size }] : []));
  const catalogue =
    withMasks.length > 0 ? await arrayMasks(withMasks, options.maskNames, { file: tree.name, key: "masks" }) : null;
  const kinds: RecordSet["attributeKinds"] = {};
  const records = read.flatMap(({ part, images, place, table, columns }) => {
    for (const [name, kind] of Object.entries(columns.attributes)) if (kind !== null) kinds[name] = kind;
    const cellOf = (row: number, column: string | null) =>
      column === null ? null : table.rows[row]?.[table.columns.indexOf(column)]?.trim() || null;
    return Array.from({ length: images.count }, (_, row): ImageRecord => {
      const word = cellOf(row, columns.split);
      const masks = part.masks;
      return {
        key: `${place.key}[${row}]`,
        split: (word === null ? null : splitName(word)) ?? splitInPath(`${place.key}`),
        label: cellOf(row, columns.label),
        subject: cellOf(row, columns.subject),
        attributes: Object.fromEntries(Object.keys(columns.attributes).map((name) => [name, cellOf(row, name)])),
        boxes: null,
        size: async () => images.size,
        picture: () => images.picture(row),
        ...(catalogue && masks ? { mask: () => catalogue.mask(masks, row) } : {}),
      };
    });
  });
  const classes = catalogue?.classes ?? [];
  return {
    name: tree.name,
    records,
    classes: null,
    maskClasses: classes,
    boxClasses: [],
    attributeKinds: kinds,
    notes,
  };
}

/** The arrays beside the images as a table's columns. */
async function columnsOf(
  { columns: arrays }: ImageArrays,
  count: number,
  options: ImportOptions,
  place: { file: string; key: string },
): Promise<{ table: Table; columns: TableColumns }> {
  const texts: [string, string[]][] = [];
  for (const [name, array] of arrays) texts.push([name, await array.texts(0, count)]);
  const rows = Array.from({ length: count }, (_, row) => [
    String(row),
    ...texts.map(([, column]) => column[row] ?? ""),
  ]);
  const table = { key: place.key, columns: [ROW, ...texts.map(([name]) => name)], rows };
  const mapping = { ...options.columns, image: ROW, mask: null };
  return { table, columns: guessColumns(table, mapping, { file: place.file, isFile: () => false }) };
}
