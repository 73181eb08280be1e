import { DataError } from "../../data-error.ts";
import type { ImageBox } from "../../image-source.ts";
import { type FileTree, readWhole, type TreeFile } from "../archive/file-tree.ts";
import { decodeNumbersPicture } from "../pictures/decode-picture.ts";
import type { ImageRecord } from "../records/image-record.ts";
import type { ImportOptions } from "../records/import-options.ts";
import { instanceBoxes } from "./instance-boxes.ts";
import { instanceMasks, type MaskNumbers, semanticMasks } from "./mask-catalogue.ts";

/** Numbers past this are no classes: a map of instances. */
const MAX_CLASS_NUMBER = 255;

export interface MaskedRecords {
  records: ImageRecord[];
  maskClasses: string[];
  boxClasses: string[];
}

/**
 * Gives records the masks that lie in files of their own. All masks are decoded once to learn what values there are; maps of
 * instances (16 bits with larger numbers, or when asked for) also give a box for each instance.
 *
 * @param maskOf the mask's file of each record; null: it has none
 * @throws DataError naming the mask
 */
export async function withMasks(
  tree: FileTree,
  records: readonly ImageRecord[],
  maskOf: readonly (TreeFile | null)[],
  options: Pick<ImportOptions, "masks" | "maskNames"> & { looksLikeInstances: boolean },
): Promise<MaskedRecords> {
  const found = new Set<number>();
  const boxes: (ImageBox[] | null)[] = [];
  let widest = "";
  for (const file of maskOf) {
    const numbers = file && (await numbersOf(tree, file));
    const values = distinct(numbers?.values ?? new Uint8Array());
    for (const value of values) found.add(value);
    if (file && widest === "" && values.some((value) => value > MAX_CLASS_NUMBER)) widest = file.path;
    boxes.push(numbers && instanceBoxes(numbers));
  }
  const kind = options.masks ?? (options.looksLikeInstances || widest !== "" ? "instances" : "semantic");
  const isInstances = kind === "instances";
  const place = { file: tree.name, key: widest === "" ? "masks" : widest };
  const catalogue = isInstances ? instanceMasks(options.maskNames) : semanticMasks(found, options.maskNames, place);
  const masked = records.map((record, i): ImageRecord => {
    const file = maskOf[i];
    if (!file) return record;
    const mask = async () => catalogue.toMask(await numbersOf(tree, file));
    return { ...record, mask, boxes: isInstances ? (boxes[i] ?? null) : record.boxes };
  });
  return { records: masked, maskClasses: catalogue.classes, boxClasses: isInstances ? catalogue.classes.slice(1) : [] };
}

/** The values that occur. Neighbours are mostly alike, so a set is asked only where the value changes. */
function distinct(values: Uint8Array | Uint16Array): number[] {
  const found = new Set<number>();
  let last = -1;
  for (const value of values) {
    if (value !== last) found.add(value);
    last = value;
  }
  return [...found];
}

async function numbersOf(tree: FileTree, file: TreeFile): Promise<MaskNumbers> {
  const place = { file: tree.name, key: file.path };
  return await decodeNumbersPicture(await readWhole(tree, file), place).catch((error: unknown) => {
    if (!(error instanceof DataError) || error.code !== "bad-image") throw error;
    const { expected, found: what, advice } = error;
    throw new DataError({ code: "wrong-masks", ...place, expected, found: what, advice, cause: error });
  });
}
