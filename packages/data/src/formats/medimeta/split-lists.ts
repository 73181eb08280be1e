import type { SplitName } from "../../image-source.ts";
import { type FileTree, readWhole, type TreeFile } from "../archive/file-tree.ts";
import { medimetaFault } from "./medimeta-fault.ts";

const FILES: readonly [SplitName, string][] = [
  ["train", "train.txt"],
  ["validation", "val.txt"],
  ["test", "test.txt"],
];

/**
 * The split of every image, by row.
 *
 * @param folder `splits/` or `original_splits/`; a list that is not there is an empty split
 * @throws DataError `bad-medimeta` unless every image is in one split
 */
export async function readSplitLists(
  tree: FileTree,
  byPath: ReadonlyMap<string, TreeFile>,
  { folder, count }: { folder: string; count: number },
): Promise<SplitName[]> {
  const splits = new Array<SplitName | null>(count).fill(null);
  for (const [split, name] of FILES) {
    const file = byPath.get(`${folder}${name}`);
    if (!file) continue;
    const lines = new TextDecoder().decode(await readWhole(tree, file)).split(/\r?\n/);
    for (const [i, line] of lines.entries()) {
      if (line.trim() === "") continue;
      const row = rowOf(line);
      const key = `${file.path}, line ${i + 1}`;
      if (row === null || row >= count) throw medimetaFault(tree.name, key, `an image below ${count}`, line);
      if (splits[row] !== null) throw medimetaFault(tree.name, key, "an image in one split", `${line}, in two`);
      splits[row] = split;
    }
  }
  const known = splits.filter((split) => split !== null);
  if (known.length === count) return known;
  throw medimetaFault(tree.name, folder, "a split for every image", `none for row ${splits.indexOf(null)}`);
}

/** `images/000123.tiff` is row 123. */
export function rowOf(path: string): number | null {
  const digits = /(?:^|\/)(\d{1,9})\.[^/]*$/.exec(path.trim())?.[1];
  return digits === undefined ? null : Number(digits);
}
