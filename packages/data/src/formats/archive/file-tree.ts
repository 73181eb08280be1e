import type { ByteSource } from "../../byte-source.ts";
import { DataError } from "../../data-error.ts";

/** A file of a folder or an archive, or a file by itself. */
export interface TreeFile {
  /** Inside of the tree, with `/` between folders. Never used to write. */
  path: string;
  sizeBytes: number;
  /** Its bytes, chunk by chunk; leaving the loop reads no more. */
  chunks(): AsyncGenerator<Uint8Array>;
}

/** What a person gives: a folder, an archive or a single file, read the same way. */
export interface FileTree {
  /** What messages call it. */
  readonly name: string;
  /** By path, in the order of code units: the same everywhere. */
  readonly files: readonly TreeFile[];
  /** The file itself when it is a single one that is no archive; null otherwise. For formats that are read at random. */
  readonly single: ByteSource | null;
  /** The folder or file on this machine; null for what lies in a store. */
  readonly path: string | null;
  /** Whether files lie below `path` by their own paths. */
  readonly isFolder: boolean;
  close(): Promise<void>;
}

/** No image, table or list of annotations of honest sets is larger. */
export const MAX_FILE_BYTES = 512 * 1024 ** 2;

/**
 * A whole file in memory.
 *
 * @throws DataError `too-large` before anything is read; what the tree says of damaged bytes
 */
export async function readWhole(tree: FileTree, file: TreeFile, maxBytes = MAX_FILE_BYTES): Promise<Uint8Array> {
  if (file.sizeBytes > maxBytes) {
    throw new DataError({
      code: "too-large",
      file: tree.name,
      key: file.path,
      expected: `at most ${Math.floor(maxBytes / 1024 ** 2)} MiB`,
      found: `${file.sizeBytes} bytes`,
      advice: "Leave the file out, or check that it is what it says.",
    });
  }
  const bytes = new Uint8Array(file.sizeBytes);
  let position = 0;
  for await (const chunk of file.chunks()) {
    if (position + chunk.length > bytes.length) throw changed(tree, file);
    bytes.set(chunk, position);
    position += chunk.length;
  }
  if (position !== bytes.length) throw changed(tree, file);
  return bytes;
}

/** The first bytes of a file, at most `count`. */
export async function readStart(file: TreeFile, count: number): Promise<Uint8Array> {
  const start = new Uint8Array(Math.min(count, file.sizeBytes));
  let position = 0;
  if (start.length === 0) return start;
  for await (const chunk of file.chunks()) {
    const part = chunk.subarray(0, start.length - position);
    start.set(part, position);
    position += part.length;
    if (position === start.length) break;
  }
  return start.subarray(0, position);
}

function changed(tree: FileTree, file: TreeFile): DataError {
  const [expected, found] = [`${file.sizeBytes} bytes`, "another number"];
  const advice = "The file changed while it was read: try again.";
  return new DataError({ code: "size-mismatch", file: tree.name, key: file.path, expected, found, advice });
}
