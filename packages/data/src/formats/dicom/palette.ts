import type { DataSet } from "dicom-parser";
import { type DicomPlace, dicomFault } from "./dicom-fault.ts";
import type { StoredValues } from "./stored-values.ts";

/** Descriptors and data of the red, green and blue tables (PS3.3 C.7.6.3.1.5). */
const TABLES = [
  ["x00281101", "x00281201"],
  ["x00281102", "x00281202"],
  ["x00281103", "x00281203"],
] as const;

/** @returns uint8 `[pixels, 3]` @throws DataError `bad-dicom` for tables that are not there, `unsupported-pixels` */
export function paletteColours(dataSet: DataSet, values: StoredValues, place: DicomPlace): Uint8Array {
  const out = new Uint8Array(values.length * 3);
  for (const [channel, [descriptor, data]] of TABLES.entries()) {
    const { first, entries } = readTable(dataSet, descriptor, data, place);
    for (let i = 0; i < values.length; i++) {
      const at = Math.min(entries.length - 1, Math.max(0, (values[i] ?? 0) - first));
      out[3 * i + channel] = entries[at] ?? 0;
    }
  }
  return out;
}

function readTable(dataSet: DataSet, descriptor: string, data: string, place: DicomPlace) {
  const element = dataSet.elements[data];
  // 0 stands for 65,536.
  const count = dataSet.uint16(descriptor, 0) || 65_536;
  const first = dataSet.uint16(descriptor, 1) ?? 0;
  const bits = dataSet.uint16(descriptor, 2) ?? 16;
  if (!element) throw dicomFault(place, { expected: "a colour palette", found: "none, or one in segments" });
  // Entries of 8 bits are packed, or (by some writers) have a word each.
  const isPacked = bits === 8 && element.length < 2 * count;
  if (element.length < (isPacked ? count : 2 * count)) {
    throw dicomFault(place, { expected: `a palette of ${count} entries`, found: `${element.length} bytes` });
  }
  const words = Array.from({ length: count }, (_, i) => {
    return isPacked ? (dataSet.byteArray[element.dataOffset + i] ?? 0) : (dataSet.uint16(data, i) ?? 0);
  });
  const isWide = !isPacked && (bits > 8 || words.some((word) => word > 255));
  return { first, entries: words.map((word) => (isWide ? word >> 8 : word)) };
}
