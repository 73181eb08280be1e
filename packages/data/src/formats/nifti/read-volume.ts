import { constants, gunzipSync } from "node:zlib";
import { NIFTI1 } from "nifti-reader-js";
import { type FileTree, readStart, readWhole, type TreeFile } from "../archive/file-tree.ts";
import { type NiftiPlace, niftiFault } from "./nifti-fault.ts";
import { HEADER_BYTES, isNiftiStart, type NiftiHeader, readNiftiHeader, VOXEL_BYTES } from "./nifti-header.ts";

/** Enough of a compressed file to inflate its header. */
const START_BYTES = 8 * 1024;
const MAX_VOLUME_BYTES = 1024 ** 3;
/** Deflate shrinks to a thousandth; volumes of people to a tenth, masks to a hundredth. */
const MAX_RATIO = 400;
const SMALL_BYTES = 16 * 1024 ** 2;

/** The first bytes of a file, inflated if it is compressed; null when it is no NIfTI file. */
export async function niftiStart(file: TreeFile): Promise<Uint8Array | null> {
  const start = await readStart(file, START_BYTES);
  try {
    // What is cut off in the midst is inflated as far as it goes.
    const plain = isGzip(start)
      ? gunzipSync(start, { finishFlush: constants.Z_SYNC_FLUSH, maxOutputLength: 64 * 1024 ** 2 })
      : start;
    return isNiftiStart(plain) ? new Uint8Array(plain.subarray(0, HEADER_BYTES)) : null;
  } catch {
    return null;
  }
}

/** @throws DataError `bad-nifti`, `too-large` */
export async function readHeaderOf(tree: FileTree, file: TreeFile): Promise<NiftiHeader> {
  const place = { file: tree.name, key: file.path };
  const start = await niftiStart(file);
  if (!start) throw niftiFault(place, { expected: "a NIfTI file", found: "something else" });
  const header = readNiftiHeader(start, place);
  const bytes = wholeBytes(header);
  const isDeceit = bytes > SMALL_BYTES && bytes > MAX_RATIO * file.sizeBytes;
  if (bytes <= MAX_VOLUME_BYTES && !isDeceit) return header;
  const expected = `at most ${MAX_VOLUME_BYTES / 1024 ** 2} MiB, and ${MAX_RATIO} times the file`;
  throw niftiFault(place, { code: "too-large", expected, found: `${bytes} bytes in a file of ${file.sizeBytes}` });
}

/** All voxels of a file as stored, RGB24 as three values. @throws DataError `bad-nifti` */
export async function readVoxels(tree: FileTree, file: TreeFile, header: NiftiHeader): Promise<ArrayLike<number>> {
  const place = { file: tree.name, key: file.path };
  const bytes = inflated(await readWhole(tree, file), header, place);
  const { offset, datatype, isLittleEndian } = header;
  const needed = wholeBytes(header);
  if (bytes.length < needed) throw niftiFault(place, { expected: `${needed} bytes`, found: `${bytes.length}` });
  return decoded(bytes.subarray(offset, needed), datatype, isLittleEndian);
}

function wholeBytes({ shape: [i, j, k], volumes, datatype, offset }: NiftiHeader): number {
  return offset + i * j * k * volumes * VOXEL_BYTES[datatype];
}

function inflated(bytes: Uint8Array, header: NiftiHeader, place: NiftiPlace): Uint8Array {
  if (!isGzip(bytes)) return bytes;
  try {
    // A little may follow: nothing of it is read.
    return gunzipSync(bytes, { maxOutputLength: wholeBytes(header) + 1024 ** 2 });
  } catch (cause) {
    const found = cause instanceof Error ? cause.message : String(cause);
    throw niftiFault(place, { expected: "intact compressed data", found, cause });
  }
}

function isGzip(start: Uint8Array): boolean {
  return start[0] === 0x1f && start[1] === 0x8b;
}

function decoded(bytes: Uint8Array, datatype: NiftiHeader["datatype"], little: boolean): ArrayLike<number> {
  if (datatype === NIFTI1.TYPE_UINT8 || datatype === NIFTI1.TYPE_RGB24) return bytes;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const count = bytes.length / VOXEL_BYTES[datatype];
  const fill = <Values extends { [i: number]: number; length: number }>(
    values: Values,
    read: (i: number) => number,
  ) => {
    for (let i = 0; i < count; i++) values[i] = read(i);
    return values;
  };
  switch (datatype) {
    case NIFTI1.TYPE_INT8:
      return new Int8Array(bytes.buffer, bytes.byteOffset, count);
    case NIFTI1.TYPE_INT16:
      return fill(new Int16Array(count), (i) => view.getInt16(2 * i, little));
    case NIFTI1.TYPE_UINT16:
      return fill(new Uint16Array(count), (i) => view.getUint16(2 * i, little));
    case NIFTI1.TYPE_INT32:
      return fill(new Int32Array(count), (i) => view.getInt32(4 * i, little));
    case NIFTI1.TYPE_UINT32:
      return fill(new Uint32Array(count), (i) => view.getUint32(4 * i, little));
    case NIFTI1.TYPE_FLOAT32:
      return fill(new Float32Array(count), (i) => view.getFloat32(4 * i, little));
    case NIFTI1.TYPE_FLOAT64:
      return fill(new Float64Array(count), (i) => view.getFloat64(8 * i, little));
    case NIFTI1.TYPE_INT64:
      return fill(new Float64Array(count), (i) => Number(view.getBigInt64(8 * i, little)));
    default:
      return fill(new Float64Array(count), (i) => Number(view.getBigUint64(8 * i, little)));
  }
}
