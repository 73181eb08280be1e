import type { Dataset } from "h5wasm";
import type { ElementKind, Hdf5ArrayHeader } from "./hdf5-array.ts";
import { hdf5Fault } from "./hdf5-fault.ts";

/** Elements that are read; numbers are those of HDF5's own classes (H5T_class_t). */
const [INTEGER, FLOAT, STRING, ENUMERATION] = [0, 1, 3, 8];
/** Compressed data shrinks to a hundredth; what claims to shrink more was never written. */
const MAX_RATIO = 400;
const SMALL_BYTES = 16 * 1024 ** 2;
/** A chunk is inflated whole, in memory. */
const MAX_CHUNK_BYTES = 256 * 1024 ** 2;

/**
 * An array that may be read: of numbers, booleans or text, one axis at least, within its file's size. Null for every other kind.
 *
 * @param fileBytes of the whole file: an array of honest data is not 400 times as large
 * @throws DataError `too-large`
 */
export function describeArray(
  dataset: Dataset,
  path: string,
  { file, fileBytes }: { file: string; fileBytes: number },
): Hdf5ArrayHeader | null {
  const place = { file, key: path };
  const { shape, size, type, chunks, vlen, signed, virtual_sources: sources } = dataset.metadata;
  const kind = elementKind({ type, size, signed });
  if (kind === null || shape === null || shape.length === 0 || sources !== undefined) return null;
  if (vlen && kind !== "text") return null;
  const bytes = shape.reduce((product, side) => product * side, size);
  if (bytes > SMALL_BYTES && bytes > MAX_RATIO * fileBytes) {
    const expected = `an array that shrank at most ${MAX_RATIO} times`;
    throw hdf5Fault(place, { code: "too-large", expected, found: `${bytes} bytes in a file of ${fileBytes}` });
  }
  const chunkBytes = (chunks ?? []).reduce((product, side) => product * side, size);
  if (chunkBytes > MAX_CHUNK_BYTES) {
    const expected = `chunks of at most ${MAX_CHUNK_BYTES / 1024 ** 2} MiB`;
    throw hdf5Fault(place, { code: "too-large", expected, found: `${chunkBytes} bytes` });
  }
  return { path, kind, shape, rowsTogether: chunks?.[0] ?? 1 };
}

function elementKind({ type, size, signed }: { type: number; size: number; signed: boolean }): ElementKind | null {
  if (type === INTEGER) return size === 1 && !signed ? "byte" : "integer";
  if (type === FLOAT) return "float";
  if (type === STRING) return "text";
  return type === ENUMERATION && size === 1 ? "boolean" : null;
}
