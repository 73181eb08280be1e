import type { Transaction } from "@diaphane/db";
import type { SampleFilter } from "../schemas.ts";
import { sampleWhere } from "./sample-where.ts";

/** What `SampleColumns.splits` holds are indices into this. */
export const splitOrder = ["TRAIN", "VALIDATION", "TEST"] as const;

/** Samples in index order, as columns of plain numbers: 7 bytes a sample instead of an object. */
export interface SampleColumns {
  /** Position of each sample in the version. */
  indices: Int32Array<ArrayBuffer>;
  /** Index into the version's classes; −1 for unlabelled. */
  labels: Int16Array<ArrayBuffer>;
  /** Index into `splitOrder`. */
  splits: Uint8Array<ArrayBuffer>;
}

const rowBytes = 7;

/**
 * Reads the samples that pass a filter. PostgreSQL packs them into one byte string, big-endian: 100,000 samples come
 * as 700 kB without an object each.
 */
export async function readSampleColumns(
  tx: Pick<Transaction, "$queryRaw">,
  versionId: string,
  filter?: SampleFilter,
): Promise<SampleColumns> {
  const [row] = await tx.$queryRaw<{ packed: Uint8Array | null }[]>`
    SELECT string_agg(
      int4send(index) || int2send(coalesce(label, -1)::int2)
        || CASE split WHEN 'TRAIN' THEN '\\x00'::bytea WHEN 'VALIDATION' THEN '\\x01'::bytea ELSE '\\x02'::bytea END,
      ''::bytea ORDER BY index
    ) AS packed
    FROM samples WHERE ${sampleWhere(versionId, filter)}`;
  const packed = row?.packed ?? new Uint8Array();
  const view = new DataView(packed.buffer, packed.byteOffset, packed.byteLength);
  const count = packed.byteLength / rowBytes;
  const columns = { indices: new Int32Array(count), labels: new Int16Array(count), splits: new Uint8Array(count) };
  for (let i = 0; i < count; i++) {
    columns.indices[i] = view.getInt32(i * rowBytes);
    columns.labels[i] = view.getInt16(i * rowBytes + 4);
    columns.splits[i] = view.getUint8(i * rowBytes + 6);
  }
  return columns;
}
