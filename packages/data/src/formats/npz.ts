import { type ByteSource, openFile } from "../byte-source.ts";
import { DataError } from "../data-error.ts";
import { readZip, type ZipEntry } from "./archive/zip-file.ts";
import { type NpyHeader, npyHeaderEnd, PREAMBLE_BYTES, parseNpyHeader } from "./npy-header.ts";

export interface NpzLimits {
  /** Most bytes one array may inflate to. */
  maxArrayBytes: number;
  /** Most bytes that may be asked for at once: by `read`, or by a single row. */
  maxBytesAtOnce: number;
  /** Greatest inflated : compressed ratio of an array over 64 MiB. Deflate tops out at 1032; images reach about 10. */
  maxRatio: number;
}

export const NPZ_LIMITS: NpzLimits = {
  maxArrayBytes: 256 * 1024 ** 3,
  maxBytesAtOnce: 128 * 1024 ** 2,
  maxRatio: 200,
};

/** An open .npz. Arrays nobody asks for are never inflated. */
export interface Npz {
  readonly file: string;
  /** Names of the arrays, without `.npy`. */
  readonly keys: readonly string[];
  /** @throws DataError `missing-key`, and everything that can be wrong with a header or its declared size */
  header(key: string): Promise<NpyHeader>;
  /** The whole array's bytes, little-endian, C order. For small arrays; `too-large` over `maxBytesAtOnce`. */
  read(key: string): Promise<Uint8Array>;
  /**
   * The array's bytes in chunks of whole rows (first axis): `[≤ rowsPerChunk, …shape.slice(1)]`. The checksum can only
   * be known at the end, so what was made of earlier chunks must not be published before this has finished.
   */
  rows(key: string, rowsPerChunk: number): AsyncGenerator<Uint8Array>;
  close(): Promise<void>;
}

/**
 * Opens an .npz for streaming: memory use does not grow with the file.
 *
 * @param input a path, or bytes that can be read at random
 * @throws DataError for everything that is wrong with the file
 */
export async function readNpz(input: string | ByteSource, limits: Partial<NpzLimits> = {}): Promise<Npz> {
  const source = typeof input === "string" ? await openFile(input) : input;
  try {
    return describe(source, await readZip(source), { ...NPZ_LIMITS, ...limits });
  } catch (error) {
    await source.close();
    throw error;
  }
}

function describe(source: ByteSource, zipEntries: ZipEntry[], limits: NpzLimits): Npz {
  const file = source.name;
  const entries = new Map<string, ZipEntry>();
  for (const entry of zipEntries) {
    if (!entry.name.endsWith(".npy")) continue;
    const key = entry.name.slice(0, -".npy".length);
    if (entries.has(key)) {
      const advice = "Save each array once.";
      throw new DataError({ code: "corrupt", file, key, expected: "one array of a name", found: "two", advice });
    }
    entries.set(key, entry);
  }
  const keys = [...entries.keys()];
  const headers = new Map<string, NpyHeader>();

  function entryOrThrow(key: string): ZipEntry {
    const entry = entries.get(key);
    if (entry) return entry;
    const found = keys.length > 0 ? `the arrays ${keys.slice(0, 12).join(", ")}` : "no arrays";
    const advice = "Rename the array or add the missing one.";
    throw new DataError({ code: "missing-key", file, key, expected: "an array of this name", found, advice });
  }

  async function header(key: string): Promise<NpyHeader> {
    const known = headers.get(key);
    if (known) return known;
    const parsed = await readHeader(entryOrThrow(key), { file, key });
    checkSizes(parsed, entryOrThrow(key), { file, key }, limits);
    headers.set(key, parsed);
    return parsed;
  }

  async function* rows(key: string, rowsPerChunk: number): AsyncGenerator<Uint8Array> {
    const { shape, dataBytes, dataOffset } = await header(key);
    if (dataBytes === 0) return;
    const rowBytes = dataBytes / (shape[0] ?? 1);
    const chunkBytes = Math.min(rowBytes * rowsPerChunk, dataBytes);
    if (chunkBytes > limits.maxBytesAtOnce) {
      throw tooLarge({ file, key }, `at most ${mebibytes(limits.maxBytesAtOnce)} at once`, mebibytes(chunkBytes));
    }
    yield* regroup(skip(entryOrThrow(key).chunks(), dataOffset), chunkBytes);
  }

  async function read(key: string): Promise<Uint8Array> {
    const { dataBytes, dataOffset } = await header(key);
    if (dataBytes > limits.maxBytesAtOnce) {
      throw tooLarge({ file, key }, `at most ${mebibytes(limits.maxBytesAtOnce)}`, mebibytes(dataBytes));
    }
    const out = new Uint8Array(dataBytes);
    let position = 0;
    for await (const chunk of skip(entryOrThrow(key).chunks(), dataOffset)) {
      out.set(chunk, position);
      position += chunk.length;
    }
    return out;
  }

  return { file, keys, header, read, rows, close: () => source.close() };
}

interface Place {
  file: string;
  key: string;
}

async function readHeader(entry: ZipEntry, place: Place): Promise<NpyHeader> {
  let bytes = new Uint8Array(0);
  let needed = PREAMBLE_BYTES;
  // Leaving the loop closes the stream: only the first few kilobytes are inflated.
  for await (const chunk of entry.chunks()) {
    const joined = new Uint8Array(bytes.length + chunk.length);
    joined.set(bytes);
    joined.set(chunk, bytes.length);
    bytes = joined;
    if (needed === PREAMBLE_BYTES && bytes.length >= needed) needed = npyHeaderEnd(bytes, place);
    if (bytes.length >= needed) break;
  }
  if (bytes.length < needed) {
    const found = `${bytes.length} bytes`;
    const advice = "Save or download the file again.";
    throw new DataError({ code: "truncated", ...place, expected: `a .npy header of ${needed} bytes`, found, advice });
  }
  return parseNpyHeader(bytes, place);
}

/** Declared sizes are compared with each other and with the limits before anything is inflated. */
function checkSizes(header: NpyHeader, entry: ZipEntry, place: Place, limits: NpzLimits): void {
  const stored = entry.sizeBytes - header.dataOffset;
  if (header.dataBytes > limits.maxArrayBytes) {
    throw tooLarge(place, `at most ${mebibytes(limits.maxArrayBytes)}`, mebibytes(header.dataBytes));
  }
  if (header.dataBytes !== stored) {
    throw new DataError({
      code: "size-mismatch",
      ...place,
      expected: `${header.dataBytes} bytes for shape (${header.shape.join(", ")}) of ${header.dtype}`,
      found: `${stored} bytes`,
      advice: "The file is damaged or made to deceive: get it again from its source.",
    });
  }
  const ratio = entry.sizeBytes / Math.max(1, entry.compressedBytes);
  if (entry.sizeBytes > 64 * 1024 ** 2 && ratio > limits.maxRatio) {
    const expected = `data that shrank at most ${limits.maxRatio} times`;
    throw tooLarge(place, expected, `${mebibytes(entry.sizeBytes)} out of ${entry.compressedBytes} bytes`);
  }
}

async function* skip(chunks: AsyncIterable<Uint8Array>, count: number): AsyncGenerator<Uint8Array> {
  let left = count;
  for await (const chunk of chunks) {
    if (left < chunk.length) yield chunk.subarray(left);
    left = Math.max(0, left - chunk.length);
  }
}

/** Cuts a stream into pieces of `size` bytes; the last may be shorter. Every piece has its own memory. */
async function* regroup(chunks: AsyncIterable<Uint8Array>, size: number): AsyncGenerator<Uint8Array> {
  let piece = new Uint8Array(size);
  let filled = 0;
  for await (const chunk of chunks) {
    for (let taken = 0; taken < chunk.length; ) {
      const count = Math.min(size - filled, chunk.length - taken);
      piece.set(chunk.subarray(taken, taken + count), filled);
      filled += count;
      taken += count;
      if (filled === size) {
        yield piece;
        piece = new Uint8Array(size);
        filled = 0;
      }
    }
  }
  if (filled > 0) yield piece.subarray(0, filled);
}

function tooLarge(place: Place, expected: string, found: string): DataError {
  const advice = "Split the data set, or check that the file is what it says.";
  return new DataError({ code: "too-large", ...place, expected, found, advice });
}

function mebibytes(count: number): string {
  return `${Math.ceil(count / 1024 ** 2).toLocaleString("en")} MiB`;
}
