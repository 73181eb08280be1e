import { stat } from "node:fs/promises";
import { type ByteSource, openFile } from "../../byte-source.ts";
import type { FileTree } from "./file-tree.ts";
import { openFolder } from "./folder-tree.ts";
import { sourceChunks } from "./source-chunks.ts";
import { openZip } from "./zip-tree.ts";

/**
 * Opens what a person gives: a folder, a zip archive (by its first bytes, not its name) or a single file.
 *
 * @throws DataError `file-not-found`, and what the reader of archives says
 */
export async function openTree(input: string | ByteSource): Promise<FileTree> {
  if (typeof input === "string" && (await isFolder(input))) return openFolder(input);
  const source = typeof input === "string" ? await openFile(input) : input;
  const path = typeof input === "string" ? input : null;
  try {
    if (await startsAsZip(source)) return await openZip(source, path);
  } catch (error) {
    await source.close();
    throw error;
  }
  const { name, sizeBytes } = source;
  const files = [{ path: name, sizeBytes, chunks: () => sourceChunks(source) }];
  return { name, files, single: source, path, isFolder: false, close: () => source.close() };
}

async function isFolder(path: string): Promise<boolean> {
  return await stat(path).then(
    (found) => found.isDirectory(),
    () => false,
  );
}

async function startsAsZip(source: ByteSource): Promise<boolean> {
  const start = new Uint8Array(4);
  await source.read(start, 0);
  return start[0] === 0x50 && start[1] === 0x4b && (start[2] === 3 || start[2] === 5) && start[3] === start[2] + 1;
}
