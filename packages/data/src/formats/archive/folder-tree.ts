import { lstat, readdir } from "node:fs/promises";
import path from "node:path";
import { openFile } from "../../byte-source.ts";
import { DataError } from "../../data-error.ts";
import type { FileTree, TreeFile } from "./file-tree.ts";
import { sourceChunks } from "./source-chunks.ts";

const MAX_FILES = 2_000_000;
const MAX_DEPTH = 32;

/**
 * A folder with everything below it. Hidden files are left out.
 *
 * @throws DataError `unsafe-name` for symbolic links, which may lead out of the folder; `too-large`
 */
export async function openFolder(folder: string): Promise<FileTree> {
  const name = path.basename(path.resolve(folder));
  const files: TreeFile[] = [];
  await walk("", 0);
  files.sort((a, b) => (a.path < b.path ? -1 : 1));
  return { name, files, single: null, path: folder, isFolder: true, close: async () => {} };

  async function walk(below: string, depth: number): Promise<void> {
    if (depth > MAX_DEPTH) throw tooMuch(below, `at most ${MAX_DEPTH} folders in one another`);
    for (const entry of await readdir(path.join(folder, below), { withFileTypes: true })) {
      if (entry.name.startsWith(".")) continue;
      const inside = below === "" ? entry.name : `${below}/${entry.name}`;
      if (entry.isDirectory()) await walk(inside, depth + 1);
      else if (entry.isFile()) await add(inside);
      else throw notPlain(inside, entry.isSymbolicLink() ? "a symbolic link" : "something that is not a plain file");
    }
  }

  async function add(inside: string): Promise<void> {
    if (files.length >= MAX_FILES) throw tooMuch(inside, `at most ${MAX_FILES} files`);
    const whole = path.join(folder, inside);
    const { size } = await lstat(whole);
    files.push({ path: inside, sizeBytes: size, chunks: () => chunksOf(whole, inside) });
  }

  function notPlain(key: string, found: string): DataError {
    const advice = "Put the file itself there.";
    return new DataError({ code: "unsafe-name", file: name, key, expected: "plain files and folders", found, advice });
  }

  function tooMuch(key: string, expected: string): DataError {
    const advice = "Give the folder of the data set itself.";
    return new DataError({ code: "too-large", file: name, key, expected, found: "more", advice });
  }
}

async function* chunksOf(whole: string, inside: string): AsyncGenerator<Uint8Array> {
  const source = await openFile(whole, inside);
  try {
    yield* sourceChunks(source);
  } finally {
    await source.close();
  }
}
