import { XMLParser } from "fast-xml-parser";
import { z } from "zod";
import type { SplitName } from "../../image-source.ts";
import { type FileTree, readWhole, type TreeFile } from "../archive/file-tree.ts";
import { indexFiles } from "../folder/file-index.ts";
import { pictureRecord } from "../folder/picture-record.ts";
import { tableOf } from "../folder/table-set.ts";
import type { RecordSet } from "../records/image-record.ts";
import { readTable } from "../table/read-table.ts";
import { splitName } from "../table/split-name.ts";
import { type AnnotatedRecord, annotatedSet, type NamedBox } from "./annotated-set.ts";
import { annotationFault } from "./annotation-fault.ts";

const MAX_BYTES = 16 * 1024 ** 2;

const annotation = z.object({
  annotation: z.object({
    filename: z.string().default(""),
    object: z
      .array(
        z.object({
          name: z.string().min(1).max(200),
          bndbox: z.object({
            xmin: z.coerce.number(),
            ymin: z.coerce.number(),
            xmax: z.coerce.number(),
            ymax: z.coerce.number(),
          }),
        }),
      )
      .default([]),
  }),
});

/** The files of Pascal VOC annotations in a tree. */
export function vocFiles({ files }: FileTree): TreeFile[] {
  return files.filter(({ path }) => /\.xml$/i.test(path));
}

/**
 * Reads Pascal VOC: an XML file for each image, coordinates from 1 with both ends inside, splits in
 * `ImageSets/Main/<split>.txt` where they are there.
 *
 * @throws DataError `bad-annotations` naming the file
 */
export async function readVocSet(tree: FileTree, files: readonly TreeFile[]): Promise<RecordSet> {
  const index = indexFiles(tree);
  const splits = await readSplits(tree);
  // Entities stay text: XML that expands itself is how such parsers are brought down.
  const parser = new XMLParser({ processEntities: false, parseTagValue: false, isArray: (name) => name === "object" });
  const annotated: AnnotatedRecord[] = [];
  for (const file of files) {
    const text = new TextDecoder().decode(await readWhole(tree, file, MAX_BYTES));
    const { filename, object } = parseAnnotation(parser, text, tree.name, file.path);
    const stem = stemOf(file.path);
    const image = index.find(`JPEGImages/${stem}`) ?? index.find(filename, file.path) ?? beside(tree, stem);
    if (!image) throw annotationFault(tree.name, file.path, "an image of this annotation", filename);
    const boxes = object.map(({ name, bndbox }): NamedBox => {
      const { xmin, ymin, xmax, ymax } = bndbox;
      return { name, left: xmin - 1, top: ymin - 1, width: xmax - xmin + 1, height: ymax - ymin + 1 };
    });
    annotated.push({ record: { ...pictureRecord(tree, image), split: splits.get(stem) ?? null }, boxes });
  }
  return annotatedSet(tree, annotated, { classes: null, notes: [] });
}

function parseAnnotation(parser: XMLParser, text: string, file: string, key: string) {
  let parsed: unknown;
  try {
    parsed = parser.parse(text, true);
  } catch (cause) {
    throw annotationFault(file, key, "well-formed XML", cause instanceof Error ? cause.message : "other text", cause);
  }
  const checked = annotation.safeParse(parsed);
  if (checked.success) return checked.data.annotation;
  const [issue] = checked.error.issues;
  throw annotationFault(file, `${key}, ${issue?.path.join("/") ?? ""}`, "a Pascal VOC annotation", issue?.message);
}

async function readSplits(tree: FileTree): Promise<Map<string, SplitName>> {
  const splits = await splitsOfTable(tree);
  for (const file of tree.files) {
    const name = splitName(/ImageSets\/Main\/(\w+)\.txt$/i.exec(file.path)?.[1] ?? "");
    if (name === null) continue;
    const lines = new TextDecoder().decode(await readWhole(tree, file, MAX_BYTES)).split("\n");
    for (const line of lines) if (line.trim() !== "") splits.set(line.trim(), name);
  }
  return splits;
}

/** Of a table beside the annotations that has a column of images and one of splits. */
async function splitsOfTable(tree: FileTree): Promise<Map<string, SplitName>> {
  const file = tableOf(tree);
  const splits = new Map<string, SplitName>();
  if (!file) return splits;
  const { columns, rows } = await readTable(await readWhole(tree, file), { file: tree.name, key: file.path });
  const [image, split] = [columns.indexOf("image"), columns.indexOf("split")];
  for (const row of rows) {
    const name = splitName(row[split] ?? "");
    if (name !== null) splits.set(stemOf(row[image] ?? ""), name);
  }
  return splits;
}

function stemOf(path: string): string {
  return path.replace(/^.*\//, "").replace(/\.[^.]+$/, "");
}

/** The one image of this name in any folder. */
function beside({ files }: FileTree, stem: string): TreeFile | null {
  const found = files.filter(({ path }) => stemOf(path) === stem && !/\.(xml|txt)$/i.test(path));
  return found.length === 1 ? (found[0] ?? null) : null;
}
