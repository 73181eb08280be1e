import { DataError, type DataErrorCode } from "../data-error.ts";
import { dtypeSize, isNpyDtype, type NpyDtype } from "./npy-dtype.ts";

export interface NpyHeader {
  dtype: NpyDtype;
  shape: number[];
  /** Offset of the first element from the start of the .npy data. */
  dataOffset: number;
  /** Bytes of all elements. */
  dataBytes: number;
}

/** Where a header comes from, for messages. */
export interface HeaderPlace {
  file: string;
  key: string;
}

/** Bytes that tell how long the header is: magic, version, length. */
export const PREAMBLE_BYTES = 12;

/** numpy's own limit for headers it did not write itself; ours are under 130 bytes. */
const MAX_HEADER_BYTES = 10_000;
const MAX_DIMENSIONS = 8;

/**
 * Reads the preamble of a .npy (versions 1.0, 2.0, 3.0).
 *
 * @param bytes at least the first `PREAMBLE_BYTES` of the array's data
 * @returns how many bytes preamble and header take together
 * @throws DataError `truncated`, `bad-header`
 */
export function npyHeaderEnd(bytes: Uint8Array, place: HeaderPlace): number {
  if (bytes.length < PREAMBLE_BYTES) {
    throw fault("truncated", place, "a .npy header", `${bytes.length} bytes`, "Save or download the file again.");
  }
  const magic = [0x93, 0x4e, 0x55, 0x4d, 0x50, 0x59];
  if (magic.some((byte, i) => bytes[i] !== byte)) {
    throw fault("bad-header", place, "the .npy signature \\x93NUMPY", "other bytes", "Write it with numpy.savez.");
  }
  const view = new DataView(bytes.buffer, bytes.byteOffset);
  const major = bytes[6] ?? 0;
  const minor = bytes[7] ?? 0;
  if (![1, 2, 3].includes(major) || minor !== 0) {
    throw fault("bad-header", place, ".npy version 1.0, 2.0 or 3.0", `${major}.${minor}`, "Write it with numpy.savez.");
  }
  const start = major === 1 ? 10 : 12;
  const length = major === 1 ? view.getUint16(8, true) : view.getUint32(8, true);
  if (length > MAX_HEADER_BYTES) {
    const expected = `a .npy header of at most ${MAX_HEADER_BYTES} bytes`;
    throw fault("bad-header", place, expected, `${length} bytes`, "Write plain arrays with numpy.savez.");
  }
  return start + length;
}

/**
 * Parses a whole .npy header. The Python literal is matched, never evaluated.
 *
 * @param bytes preamble and header, `npyHeaderEnd` bytes
 * @throws DataError `bad-header`, `object-array`, `unsupported-dtype`, `fortran-order`, `too-large`
 */
export function parseNpyHeader(bytes: Uint8Array, place: HeaderPlace): NpyHeader {
  const end = npyHeaderEnd(bytes, place);
  const text = new TextDecoder("latin1").decode(bytes.subarray(bytes[6] === 1 ? 10 : 12, end));
  const fields = parseDictionary(text, place);
  const dtype = parseDtype(fields["descr"] ?? "", place);
  const shape = parseShape(fields["shape"] ?? "", place);
  const elements = shape.reduce((product, side) => product * side, 1);
  const dataBytes = elements * dtypeSize(dtype);
  if (!Number.isSafeInteger(dataBytes)) {
    throw fault("too-large", place, "an array that can exist", `shape (${shape.join(", ")})`, "Check how it was made.");
  }
  // With at most one side over 1 both orders are the same bytes.
  const hasOrder = shape.filter((side) => side > 1).length > 1;
  if (fields["fortran_order"] === "True" && hasOrder) {
    const advice = "Save numpy.ascontiguousarray(array) instead.";
    throw fault("fortran-order", place, "an array in C order", "Fortran order", advice);
  }
  return { dtype, shape, dataOffset: end, dataBytes };
}

/** `{'descr': '|u1', 'fortran_order': False, 'shape': (10, 28, 28), }` → its three fields as text. */
function parseDictionary(text: string, place: HeaderPlace): Record<string, string> {
  const body = /^\{(.*)\}[ \n]*$/s.exec(text)?.[1];
  const field = /\s*'(descr|fortran_order|shape)'\s*:\s*('[^'\\]*'|True|False|\([0-9L,\s]*\)|\[.*\])\s*(?:,|$)\s*/sy;
  const fields: Record<string, string> = {};
  let position = 0;
  while (body !== undefined && position < body.length) {
    field.lastIndex = position;
    const [all, name, value] = field.exec(body) ?? [];
    if (!all || !name || value === undefined || name in fields) break;
    fields[name] = value;
    position += all.length;
  }
  if (body === undefined || position < body.length || Object.keys(fields).length !== 3) {
    const expected = "a header {'descr': …, 'fortran_order': …, 'shape': …}";
    throw fault("bad-header", place, expected, JSON.stringify(text.slice(0, 120)), "Write it with numpy.savez.");
  }
  return fields;
}

function parseDtype(text: string, place: HeaderPlace): NpyDtype {
  const name = text.slice(1, -1);
  const isQuoted = text.startsWith("'");
  if (isQuoted && /^[|<>=]?O/.test(name)) {
    const expected = "numbers";
    const advice =
      "Object arrays hold Python pickles, which can run code and are never loaded. Save plain numeric arrays.";
    throw fault("object-array", place, expected, "an object array", advice);
  }
  if (!isQuoted || !isNpyDtype(name)) {
    const expected = "little-endian integers, booleans, float32, float64 or text";
    throw fault(
      "unsupported-dtype",
      place,
      expected,
      isQuoted ? `dtype ${name}` : "a structured dtype",
      "Convert it with .astype().",
    );
  }
  return name;
}

function parseShape(text: string, place: HeaderPlace): number[] {
  const inner = /^\((.*)\)$/s.exec(text)?.[1];
  const parts = inner?.split(",").map((part) => part.trim()) ?? [];
  if (parts.at(-1) === "") parts.pop();
  const shape = parts.map((part) => (/^\d{1,15}L?$/.test(part) ? Number.parseInt(part, 10) : Number.NaN));
  if (inner === undefined || shape.length > MAX_DIMENSIONS || shape.some(Number.isNaN)) {
    const expected = `a shape of at most ${MAX_DIMENSIONS} whole numbers`;
    throw fault("bad-header", place, expected, text.slice(0, 80), "Write it with numpy.savez.");
  }
  return shape;
}

function fault(code: DataErrorCode, place: HeaderPlace, expected: string, found: string, advice: string): DataError {
  return new DataError({ code, ...place, expected, found, advice });
}
