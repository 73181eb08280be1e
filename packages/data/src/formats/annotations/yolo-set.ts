import { parse } from "yaml";
import { z } from "zod";
import { type FileTree, readWhole, type TreeFile } from "../archive/file-tree.ts";
import { pictureRecord } from "../folder/picture-record.ts";
import { hasImageEnding } from "../pictures/image-kind.ts";
import type { PictureSize, RecordSet } from "../records/image-record.ts";
import { splitName } from "../table/split-name.ts";
import { type AnnotatedRecord, annotatedSet, type NamedBox } from "./annotated-set.ts";
import { annotationFault } from "./annotation-fault.ts";

const MAX_BYTES = 16 * 1024 ** 2;
const classNames = z.object({ names: z.union([z.array(z.string()), z.record(z.string(), z.string())]) });

/** The file that names the classes of a set in the layout of YOLO. */
export function yoloFile({ files }: FileTree): TreeFile | null {
  return files.find(({ path }) => /(^|\/)(data|dataset)\.ya?ml$/i.test(path)) ?? null;
}

/**
 * Reads the layout of YOLO: `data.yaml` with names, `images/…` and beside them `labels/….txt` with a row for each box: class,
 * centre, width and height in shares of the image; polygons become the box around them. The split is a folder's name.
 *
 * @throws DataError `bad-annotations` naming file and row
 */
export async function readYoloSet(tree: FileTree, file: TreeFile): Promise<RecordSet> {
  const classes = await readNames(tree, file);
  const byPath = new Map(tree.files.map((one) => [one.path, one]));
  const annotated: AnnotatedRecord[] = [];
  let empty = 0;
  for (const image of tree.files.filter(({ path }) => hasImageEnding(path))) {
    const path = image.path.replace(/(^|\/)images\//, "$1labels/").replace(/\.[^.]+$/, ".txt");
    const labels = byPath.get(path);
    const record = { ...pictureRecord(tree, image), split: splitOf(image.path) };
    if (!labels) empty++;
    const text = labels ? new TextDecoder().decode(await readWhole(tree, labels, MAX_BYTES)) : "";
    const size = text.trim() === "" ? { width: 1, height: 1, channels: 1 as const } : await record.size();
    const rows = text.split("\n").filter((row) => row.trim() !== "");
    const boxes = rows.map((row, i) => boxOf(row, size, classes, { file: tree.name, key: `${path}, row ${i + 1}` }));
    annotated.push({ record, boxes });
  }
  const notes = empty > 0 ? [`${empty} images have no file of labels: taken as having no box`] : [];
  return annotatedSet(tree, annotated, { classes, notes });
}

async function readNames(tree: FileTree, file: TreeFile): Promise<string[]> {
  let parsed: unknown;
  try {
    const text = new TextDecoder().decode(await readWhole(tree, file, MAX_BYTES));
    parsed = parse(text, { maxAliasCount: 20 });
  } catch (cause) {
    throw annotationFault(tree.name, file.path, "YAML", cause instanceof Error ? cause.message : "other text", cause);
  }
  const checked = classNames.safeParse(parsed);
  if (!checked.success) throw annotationFault(tree.name, file.path, "names of classes", parsed);
  const { names } = checked.data;
  return Array.isArray(names) ? names : Object.values(names);
}

function boxOf(row: string, size: PictureSize, classes: string[], place: { file: string; key: string }): NamedBox {
  const [number = -1, ...shares] = row.trim().split(/\s+/).map(Number);
  const name = classes[number];
  const isGood = shares.length >= 4 && shares.every((share) => share >= 0 && share <= 1);
  if (name === undefined || !isGood) {
    throw annotationFault(place.file, place.key, "a class, and a box in shares of the image", row);
  }
  const [x = 0, y = 0, w = 0, h = 0] = shares.length === 4 ? shares : around(shares);
  const [width, height] = [w * size.width, h * size.height];
  return { name, left: x * size.width - width / 2, top: y * size.height - height / 2, width, height };
}

/** Centre and extent of a polygon's corners. */
function around(corners: readonly number[]): number[] {
  const [xs, ys] = [corners.filter((_, i) => i % 2 === 0), corners.filter((_, i) => i % 2 === 1)];
  const [left, right, top, bottom] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)];
  return [(left + right) / 2, (top + bottom) / 2, right - left, bottom - top];
}

function splitOf(path: string) {
  return (
    path
      .split("/")
      .slice(0, -1)
      .map(splitName)
      .find((split) => split !== null) ?? null
  );
}
