import { open } from "node:fs/promises";
import { basename } from "node:path";
import { DataError } from "./data-error.ts";

/** Bytes that can be read from any place: a local file, or an object in the store. */
export interface ByteSource {
  /** What the person calls it; used in messages. */
  readonly name: string;
  readonly sizeBytes: number;
  /** Fills `into` from `position`; resolves with the number of bytes read, less than asked only at the end. */
  read(into: Uint8Array, position: number): Promise<number>;
  close(): Promise<void>;
}

/**
 * Opens a local file.
 *
 * @param name how messages call the file; its base name unless given
 * @throws DataError `file-not-found`
 */
export async function openFile(path: string, name = basename(path)): Promise<ByteSource> {
  const handle = await open(path, "r").catch((cause: unknown) => {
    throw new DataError({
      code: "file-not-found",
      file: name,
      expected: "a file that can be read",
      found: cause instanceof Error ? cause.message : String(cause),
      advice: "Check the name and the permissions.",
      cause,
    });
  });
  const stats = await handle.stat();
  if (!stats.isFile()) {
    await handle.close();
    throw new DataError({
      code: "file-not-found",
      file: name,
      expected: "a file",
      found: stats.isDirectory() ? "a folder" : "something that is not a plain file",
      advice: "Give the file itself.",
    });
  }
  return {
    name,
    sizeBytes: stats.size,
    read: async (into, position) => {
      let done = 0;
      while (done < into.length) {
        const { bytesRead } = await handle.read(into, done, into.length - done, position + done);
        if (bytesRead === 0) break;
        done += bytesRead;
      }
      return done;
    },
    close: () => handle.close(),
  };
}
