import { type SplitName, splits } from "./filters/filter-url.ts";

/**
 * The samples of a version that pass a filter, in index order, as columns of plain numbers: 7 bytes a sample, so a
 * hundred thousand of them arrive as one response of 700 kB and cost no objects.
 */
export interface SampleTable {
  /** Position of each sample in the version. */
  indices: Int32Array;
  /** Index into the classes; −1 for unlabelled. */
  labels: Int16Array;
  /** Index into `splits`. */
  splits: Uint8Array;
}

/** Writes the columns one after the other; numbers are little-endian, as every browser's typed arrays are. */
export function packSampleTable(table: SampleTable): Uint8Array<ArrayBuffer> {
  const count = table.indices.length;
  if (table.labels.length !== count || table.splits.length !== count) {
    throw new RangeError(
      `columns of one length expected, found ${count}, ${table.labels.length}, ${table.splits.length}`,
    );
  }
  const bytes = new Uint8Array(count * 7);
  bytes.set(new Uint8Array(table.indices.buffer, table.indices.byteOffset, count * 4));
  bytes.set(new Uint8Array(table.labels.buffer, table.labels.byteOffset, count * 2), count * 4);
  bytes.set(table.splits, count * 6);
  return bytes;
}

/** Reads what `packSampleTable` wrote, without copying. Throws RangeError when the length can't be right. */
export function unpackSampleTable(buffer: ArrayBuffer): SampleTable {
  if (buffer.byteLength % 7 !== 0) throw new RangeError(`a multiple of 7 bytes expected, found ${buffer.byteLength}`);
  const count = buffer.byteLength / 7;
  return {
    indices: new Int32Array(buffer, 0, count),
    labels: new Int16Array(buffer, count * 4, count),
    splits: new Uint8Array(buffer, count * 6, count),
  };
}

export interface SampleRow {
  index: number;
  /** Null when unlabelled. */
  label: number | null;
  split: SplitName;
}

/** The sample at a position of the table, or null past its end. */
export function sampleAt(table: SampleTable, position: number): SampleRow | null {
  const index = table.indices[position];
  const label = table.labels[position];
  const split = splits[table.splits[position] ?? -1];
  if (index === undefined || label === undefined || split === undefined) return null;
  return { index, label: label < 0 ? null : label, split };
}

/** Where the sample `index` stands in the table, or −1; the table is in index order, so by halving. */
export function positionOf(table: SampleTable, index: number): number {
  let low = 0;
  let high = table.indices.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const found = table.indices[middle] ?? 0;
    if (found === index) return middle;
    if (found < index) low = middle + 1;
    else high = middle - 1;
  }
  return -1;
}
