import { createHash, type Hash, randomUUID } from "node:crypto";
import { type FileHandle, mkdir, open, readdir, rename, rm, stat } from "node:fs/promises";
import { dirname, join } from "node:path";
import { type ByteSource, openFile } from "../byte-source.ts";
import { DataError } from "../data-error.ts";
import type { ByteRange, Store, StoredArtifact, StoredFile, StoreOptions } from "./store.ts";

const READ_BYTES = 1024 * 1024;
const INCOMING = "incoming";
/** An unfinished file this old has no writer any more. */
const STALE_MS = 24 * 60 * 60 * 1000;

/** A store in a folder: `ab/cdef…` for an artifact, `incoming/` for what is being written. */
export async function openLocalStore(root: string, { beforeNaming }: StoreOptions = {}): Promise<Store> {
  await mkdir(join(root, INCOMING), { recursive: true });
  await removeStale(join(root, INCOMING));

  function pathOf(sha256: string): string {
    if (!/^[0-9a-f]{64}$/.test(sha256)) throw notInStore("an artifact whose name is not a SHA-256");
    return join(root, sha256.slice(0, 2), sha256.slice(2));
  }

  async function sizeOf(sha256: string): Promise<number> {
    const stats = await stat(pathOf(sha256)).catch(() => undefined);
    if (!stats?.isFile()) throw notInStore(`artifact ${sha256}`);
    return stats.size;
  }

  async function bytes(sha256: string, name: string): Promise<ByteSource> {
    await sizeOf(sha256);
    return openFile(pathOf(sha256), name);
  }

  async function* verified(sha256: string): AsyncGenerator<Uint8Array> {
    // Opened when the first chunk is asked for: a stream that nobody reads holds no file.
    const source = await bytes(sha256, sha256);
    const hash = createHash("sha256");
    try {
      for (let position = 0; position < source.sizeBytes; ) {
        const chunk = new Uint8Array(Math.min(READ_BYTES, source.sizeBytes - position));
        const count = await source.read(chunk, position);
        if (count === 0) break;
        hash.update(chunk.subarray(0, count));
        yield chunk.subarray(0, count);
        position += count;
      }
      checkHash(hash, sha256);
    } finally {
      await source.close();
    }
  }

  return {
    async put(content, kind) {
      const incoming = join(root, INCOMING, randomUUID());
      try {
        const { sha256, sizeBytes } = await writeSynced(incoming, content);
        const artifact = { sha256, sizeBytes, kind };
        await beforeNaming?.(artifact);
        await settle(incoming, pathOf(sha256), sizeBytes);
        return artifact;
      } finally {
        await rm(incoming, { force: true });
      }
    },
    async open(sha256) {
      return { sizeBytes: await sizeOf(sha256), chunks: verified(sha256) };
    },
    async read(sha256, range) {
      const source = await bytes(sha256, sha256);
      try {
        return await readPart(source, sha256, range);
      } finally {
        await source.close();
      }
    },
    bytes,
    has: (sha256) => sizeOf(sha256).then(() => true, isAbsent),
    delete: (sha256) => rm(pathOf(sha256), { force: true }),
    list: () => listFiles(root),
  };
}

async function* listFiles(root: string): AsyncGenerator<StoredFile> {
  for (const folder of await readdir(root)) {
    if (!/^[0-9a-f]{2}$/.test(folder)) continue;
    for (const name of await readdir(join(root, folder))) {
      if (!/^[0-9a-f]{62}$/.test(name)) continue;
      const stats = await stat(join(root, folder, name)).catch(() => undefined);
      if (stats?.isFile()) yield { sha256: folder + name, sizeBytes: stats.size };
    }
  }
}

async function readPart(source: ByteSource, sha256: string, range?: ByteRange): Promise<Uint8Array> {
  const { offset, length } = range ?? { offset: 0, length: source.sizeBytes };
  const out = new Uint8Array(length);
  const count = await source.read(out, offset);
  if (count !== length) {
    throw corrupt(sha256, `${length} bytes from ${offset}`, `${count}, the artifact has ${source.sizeBytes}`);
  }
  if (!range) checkHash(createHash("sha256").update(out), sha256);
  return out;
}

async function writeSynced(
  path: string,
  content: Uint8Array | AsyncIterable<Uint8Array>,
): Promise<Pick<StoredArtifact, "sha256" | "sizeBytes">> {
  const hash = createHash("sha256");
  const handle = await open(path, "wx");
  let sizeBytes = 0;
  try {
    for await (const chunk of content instanceof Uint8Array ? [content] : content) {
      hash.update(chunk);
      await writeAll(handle, chunk, sizeBytes);
      sizeBytes += chunk.length;
    }
    await handle.sync();
  } finally {
    await handle.close();
  }
  return { sha256: hash.digest("hex"), sizeBytes };
}

async function writeAll(handle: FileHandle, chunk: Uint8Array, position: number): Promise<void> {
  for (let done = 0; done < chunk.length; ) {
    const { bytesWritten } = await handle.write(chunk, done, chunk.length - done, position + done);
    done += bytesWritten;
  }
}

/**
 * Gives a finished file its name. A rename replaces in one step, so of several writers of the same content the last
 * wins with equal bytes; and a copy that was damaged on disk is mended by putting it again.
 */
async function settle(incoming: string, path: string, sizeBytes: number): Promise<void> {
  const folder = dirname(path);
  const isNewFolder = (await mkdir(folder, { recursive: true })) !== undefined;
  await rename(incoming, path);
  // The names themselves must survive a power cut too.
  await syncFolder(folder);
  if (isNewFolder) await syncFolder(dirname(folder));
  const { size } = await stat(path);
  if (size !== sizeBytes) throw corrupt(path.slice(-62), `${sizeBytes} bytes on disk`, `${size}`);
}

async function syncFolder(path: string): Promise<void> {
  const handle = await open(path, "r");
  await handle.sync().finally(() => handle.close());
}

async function removeStale(folder: string): Promise<void> {
  for (const name of await readdir(folder)) {
    const path = join(folder, name);
    const stats = await stat(path).catch(() => undefined);
    if (stats && Date.now() - stats.mtimeMs > STALE_MS) await rm(path, { force: true });
  }
}

function checkHash(hash: Hash, sha256: string): void {
  const found = hash.digest("hex");
  if (found !== sha256) throw corrupt(sha256, "content with this SHA-256", found);
}

function isAbsent(error: unknown): false {
  if (error instanceof DataError && error.code === "not-in-store") return false;
  throw error;
}

function notInStore(found: string): DataError {
  const expected = "an artifact that is in the store";
  const advice = "It may have been deleted, or the store's folder was moved or restored without it.";
  return new DataError({ code: "not-in-store", file: "store", expected, found, advice });
}

function corrupt(sha256: string, expected: string, found: string): DataError {
  const advice = "The disk or a copy is damaged: restore the store from a backup, or import or train again.";
  return new DataError({ code: "store-corrupt", file: "store", key: sha256, expected, found, advice });
}
