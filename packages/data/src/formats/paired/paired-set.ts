import type { FileTree } from "../archive/file-tree.ts";
import { pictureRecord } from "../folder/picture-record.ts";
import { withMasks } from "../masks/read-masks.ts";
import { hasImageEnding } from "../pictures/image-kind.ts";
import type { RecordSet } from "../records/image-record.ts";
import type { ImportOptions } from "../records/import-options.ts";
import { splitInPath } from "../table/split-name.ts";
import { pairMasks } from "./pair-masks.ts";

/**
 * Reads image files with masks in files of their own, found by their names, without a table; the split may be a folder's name. Null when
 * there is no mask.
 *
 * @throws DataError naming the mask
 */
export async function readPairedSet(tree: FileTree, options: ImportOptions): Promise<RecordSet | null> {
  const images = tree.files.filter(({ path }) => hasImageEnding(path));
  const { pairs, orphans } = pairMasks(images, (name) => name.replace(/\.[^.]*$/, ""));
  const masks = pairs.map(({ mask }) => mask);
  if (!masks.some((mask) => mask !== null)) return null;
  const records = pairs.map(({ image }) => ({ ...pictureRecord(tree, image), split: splitInPath(image.path) }));
  const looksLikeInstances = masks.some((mask) => mask !== null && /instance/i.test(mask.path));
  const masked = await withMasks(tree, records, masks, { ...options, looksLikeInstances });
  const without = masks.filter((mask) => mask === null).length;
  const notes = orphans.map(({ path }) => `${path}: left out, there is no image of its name`);
  if (without > 0) notes.push(`${without} images have no mask`);
  return { ...masked, name: tree.name, classes: null, attributeKinds: {}, notes, close: () => tree.close() };
}
