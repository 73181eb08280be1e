import { Readable } from "node:stream";
import { crc32 } from "node:zlib";
import { type Entry, fromRandomAccessReaderPromise, RandomAccessReader, type ZipFile } from "yauzl";
import type { ByteSource } from "../../byte-source.ts";
import { DataError, type DataErrorCode } from "../../data-error.ts";

const READ_BYTES = 1024 * 1024;
/** An image each, and a mask, of the largest sets that people make. */
const MAX_ENTRIES = 2_000_000;
/** The file type in the upper half of an entry's external attributes, as Unix archivers write it. */
const TYPE_MASK = 0o170000;
const SYMBOLIC_LINK = 0o120000;

export interface ZipEntry {
  name: string;
  sizeBytes: number;
  compressedBytes: number;
  /** The inflated bytes, chunk by chunk; size and CRC are checked at the end. */
  chunks(): AsyncGenerator<Uint8Array>;
}

/**
 * Lists a zip's entries from its central directory (zip64 too). Names are never used as paths; unsafe ones are
 * refused all the same, as no honest writer makes them.
 *
 * @throws DataError `not-npz`, `truncated`, `corrupt`, `unsafe-name`, `unsupported-compression`, `too-large`
 */
export async function readZip(source: ByteSource): Promise<ZipEntry[]> {
  const entries: ZipEntry[] = [];
  try {
    const reader = new SourceReader(source);
    const zip = await fromRandomAccessReaderPromise(reader, source.sizeBytes, { autoClose: false });
    for await (const entry of zip.eachEntry()) {
      if (entries.length >= MAX_ENTRIES) {
        throw fault("too-large", source.name, undefined, `at most ${MAX_ENTRIES} entries`, "more");
      }
      if (!entry.fileName.endsWith("/")) entries.push(describeEntry(zip, entry, source.name));
    }
  } catch (cause) {
    throw await translate(cause, source, undefined);
  }
  return entries;

  function describeEntry(zip: ZipFile, entry: Entry, file: string): ZipEntry {
    if (((entry.externalFileAttributes >>> 16) & TYPE_MASK) === SYMBOLIC_LINK) {
      throw fault("unsafe-name", file, entry.fileName, "plain files", "a symbolic link");
    }
    if (entry.isEncrypted() || ![0, 8].includes(entry.compressionMethod)) {
      const found = entry.isEncrypted() ? "an encrypted entry" : `compression method ${entry.compressionMethod}`;
      throw fault("unsupported-compression", file, entry.fileName, "stored or deflated data", found);
    }
    return {
      name: entry.fileName,
      sizeBytes: entry.uncompressedSize,
      compressedBytes: entry.compressedSize,
      chunks: () => checkedChunks(zip, entry, source),
    };
  }
}

async function* checkedChunks(zip: ZipFile, entry: Entry, source: ByteSource): AsyncGenerator<Uint8Array> {
  let checksum = 0;
  try {
    const stream = await zip.openReadStreamPromise(entry);
    for await (const chunk of stream) {
      if (!(chunk instanceof Uint8Array)) continue;
      checksum = crc32(chunk, checksum);
      yield chunk;
    }
  } catch (cause) {
    throw await translate(cause, source, entry.fileName);
  }
  if (checksum !== entry.crc32) {
    const found = `${hex(checksum)} computed from the data`;
    throw fault("corrupt", source.name, entry.fileName, `the stored CRC-32 ${hex(entry.crc32)}`, found);
  }
}

/** Lets yauzl read from a ByteSource instead of a path. */
class SourceReader extends RandomAccessReader {
  private readonly source: ByteSource;

  constructor(source: ByteSource) {
    super();
    this.source = source;
  }

  override _readStreamForRange(start: number, end: number): Readable {
    return Readable.from(readRange(this.source, start, end), { objectMode: false });
  }
}

async function* readRange(source: ByteSource, start: number, end: number): AsyncGenerator<Uint8Array> {
  for (let position = start; position < end; ) {
    const chunk = new Uint8Array(Math.min(READ_BYTES, end - position));
    const count = await source.read(chunk, position);
    if (count === 0) return;
    yield chunk.subarray(0, count);
    position += count;
  }
}

/** yauzl and zlib tell faults apart by message and code only. */
async function translate(cause: unknown, source: ByteSource, key: string | undefined): Promise<unknown> {
  if (cause instanceof DataError || !(cause instanceof Error)) return cause;
  const { message } = cause;
  const found = message.charAt(0).toLowerCase() + message.slice(1).replace(/\.$/, "");
  if (/End of central directory record signature not found/i.test(message)) {
    const start = new Uint8Array(4);
    await source.read(start, 0);
    const looksLikeZip = start[0] === 0x50 && start[1] === 0x4b;
    return looksLikeZip
      ? fault("truncated", source.name, key, "a whole archive", `only its first ${source.sizeBytes} bytes`, cause)
      : fault("not-npz", source.name, key, "an .npz or .zip file", "something that is not a zip archive", cause);
  }
  if (/^(absolute path|invalid relative path|invalid characters in fileName)/.test(message)) {
    return fault("unsafe-name", source.name, key, "plain entry names", found, cause);
  }
  if (/(too many|not enough) bytes in the stream|size mismatch/i.test(message)) {
    return fault("size-mismatch", source.name, key, "as many bytes as the archive declares", found, cause);
  }
  if (/unexpected (EOF|end of file)/i.test(message)) {
    return fault("truncated", source.name, key, "more data", found, cause);
  }
  return fault("corrupt", source.name, key, "an intact zip archive", found, cause);
}

const ADVICE: Partial<Record<DataErrorCode, string>> = {
  "not-npz": "Save the arrays with numpy.savez_compressed.",
  truncated: "The upload or download stopped half-way: fetch the file again.",
  "size-mismatch": "The file is damaged or made to deceive: get it again from its source.",
  "too-large": "Keep only what belongs to the data set.",
  "unsupported-compression": "Save it without a password, stored or deflated.",
};

function fault(
  code: DataErrorCode,
  file: string,
  key: string | undefined,
  expected: string,
  found: string,
  cause?: unknown,
): DataError {
  const advice = ADVICE[code] ?? "The file is damaged: get it again from its source.";
  return new DataError({ code, file, ...(key === undefined ? {} : { key }), expected, found, advice, cause });
}

function hex(value: number): string {
  return value.toString(16).padStart(8, "0");
}
