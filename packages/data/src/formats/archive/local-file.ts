import { createWriteStream } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import type { FileTree, TreeFile } from "./file-tree.ts";

/** A file that can be read at random by its path. */
export interface LocalFile {
  path: string;
  /** Removes it if it is a copy. */
  release(): Promise<void>;
}

/** A file of a tree on this machine: itself in a folder, or a copy of what lies in an archive or a store. */
export async function localFile(tree: FileTree, file: TreeFile): Promise<LocalFile> {
  if (tree.path !== null && tree.single) return { path: tree.path, release: async () => {} };
  if (tree.isFolder && tree.path !== null) return { path: path.join(tree.path, file.path), release: async () => {} };
  const folder = await mkdtemp(path.join(tmpdir(), "diaphane-file-"));
  const release = () => rm(folder, { recursive: true, force: true });
  const copy = path.join(folder, "file");
  try {
    await pipeline(Readable.from(file.chunks()), createWriteStream(copy, { mode: 0o600 }));
    return { path: copy, release };
  } catch (error) {
    await release();
    throw error;
  }
}
