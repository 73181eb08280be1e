import { inflateRawSync } from "node:zlib";
import type { DataSet } from "dicom-parser";
import { type DicomPlace, dicomFault } from "./dicom-fault.ts";
import { parser } from "./parser.ts";

const MAX_INFLATED = 512 * 1024 ** 2;
const PREFIX_AT = 128;

/** Whether bytes begin as a DICOM file: 128 bytes of anything and `DICM`. */
export function isDicom(start: Uint8Array): boolean {
  return start.length >= PREFIX_AT + 4 && [0x44, 0x49, 0x43, 0x4d].every((byte, i) => start[PREFIX_AT + i] === byte);
}

/**
 * Parses a DICOM file (Part 10) whole.
 *
 * @throws DataError `bad-dicom`: no prefix, cut off, contradicting itself
 */
export function parseDicom(bytes: Uint8Array, place: DicomPlace): DataSet {
  if (!isDicom(bytes)) {
    const found = bytes.length === 0 ? "an empty file" : "something else";
    throw dicomFault(place, { expected: "a DICOM file (DICM after 128 bytes)", found });
  }
  let dataSet: DataSet;
  try {
    dataSet = parser.parseDicom(bytes, { inflater });
  } catch (cause) {
    throw dicomFault(place, { expected: "an intact DICOM file", found: reasonOf(cause), cause });
  }
  return dataSet;
}

/** dicom-parser hands over the whole file and where the deflated part begins, and takes a whole file back. */
function inflater(bytes: Uint8Array, position: number): Uint8Array {
  const inflated = inflateRawSync(bytes.subarray(position), { maxOutputLength: MAX_INFLATED });
  const whole = new Uint8Array(position + inflated.length);
  whole.set(bytes.subarray(0, position));
  whole.set(inflated, position);
  return whole;
}

/** The parser throws strings, errors, and objects with an exception inside. */
function reasonOf(cause: unknown): string {
  if (typeof cause === "string") return cause;
  if (cause instanceof Error) return cause.message;
  if (typeof cause === "object" && cause !== null && "exception" in cause) return reasonOf(cause.exception);
  return "damage";
}
