import { openSync, readSync } from "node:fs";
import { type FileHandle, open } from "node:fs/promises";
import type { Pixels } from "@diaphane/model";

/** Bytes in a file, as one process hands them to another. */
export interface PixelFile {
  path: string;
  length: number;
}

/** Writes bytes one after the other. */
export class PixelFileWriter {
  readonly #path: string;
  readonly #handle: FileHandle;
  #length = 0;

  private constructor(path: string, handle: FileHandle) {
    this.#path = path;
    this.#handle = handle;
  }

  static async create(path: string): Promise<PixelFileWriter> {
    return new PixelFileWriter(path, await open(path, "wx", 0o600));
  }

  async add(bytes: Uint8Array): Promise<void> {
    await this.#handle.appendFile(bytes);
    this.#length += bytes.length;
  }

  /** Nothing can be added any more. */
  async close(): Promise<PixelFile> {
    await this.#handle.close();
    return { path: this.#path, length: this.#length };
  }
}

/**
 * The bytes of a file, read where they are asked for: the system keeps in memory what it has room for. The file stays open as long as
 * the process lives, so it may lose its name.
 */
export function openPixelFile({ path, length }: PixelFile): Pixels {
  const file = openSync(path, "r");
  return {
    length,
    subarray(start, end) {
      const bytes = new Uint8Array(end - start);
      for (let done = 0; done < bytes.length; ) {
        const count = readSync(file, bytes, done, bytes.length - done, start + done);
        if (count === 0) throw new RangeError(`There are ${length} bytes, and ${start} to ${end} were asked for.`);
        done += count;
      }
      return bytes;
    },
  };
}
