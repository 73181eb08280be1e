import { mkdir, readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { parse } from "csv-parse/sync";
import sharp from "sharp";
import { readNpz } from "../../packages/data/src/formats/npz.ts";
import { runDiaphane } from "../report/run-diaphane.ts";
import { attributesTable } from "./attributes-table.ts";
import type { RealSet } from "./sets.ts";

/** A set as the command line takes it. */
export interface PreparedSet {
  images: string;
  attributes: string;
}

/** Converts a set by `diaphane convert`, and writes the table of its attributes. @param folder of the sets; @param out is made */
export async function prepareSet(set: RealSet, folder: string, out: string): Promise<PreparedSet> {
  await mkdir(out, { recursive: true });
  const mapping = path.join(out, "mapping.json");
  await writeFile(mapping, JSON.stringify({ columns: set.columns, size: set.size }));
  const file = path.join(folder, set.file);
  const source = set.table ? await pictures(file, path.join(folder, set.table), path.join(out, "source")) : file;
  const images = path.join(out, "images");
  await runDiaphane(["convert", source, "--mapping", mapping, "--to", "folder", "--out", images]);
  const rows: string[][] = parse(await readFile(path.join(images, "metadata.csv"), "utf8"));
  const attributes = path.join(out, "attributes.csv");
  await writeFile(attributes, csvOf(attributesTable(rows, Object.keys(set.columns.attributes))));
  return { images, attributes };
}

/** A folder of PNG files out of the array `images` of an .npz, with the table of its rows. */
async function pictures(npz: string, table: string, folder: string): Promise<string> {
  await mkdir(path.join(folder, "images"), { recursive: true });
  const arrays = await readNpz(npz);
  try {
    const [count = 0, height = 0, width = 0] = (await arrays.header("images")).shape;
    const bytes = await arrays.read("images");
    const [header = [], ...rows]: string[][] = parse(await readFile(table, "utf8"));
    const named = rows.map((row, index) => [`images/${index}.png`, ...row]);
    for (let index = 0; index < count; index++) {
      const pixels = bytes.subarray(index * height * width, (index + 1) * height * width);
      await sharp(pixels, { raw: { width, height, channels: 1 } }).toFile(path.join(folder, `images/${index}.png`));
    }
    await writeFile(path.join(folder, "metadata.csv"), csvOf([["image", ...header], ...named]));
  } finally {
    await arrays.close();
  }
  return folder;
}

function csvOf(rows: readonly (readonly string[])[]): string {
  return rows.map((row) => `${row.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(",")}\n`).join("");
}
