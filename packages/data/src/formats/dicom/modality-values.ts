import type { DataSet } from "dicom-parser";
import type { StoredValues } from "./stored-values.ts";

/**
 * Values in units of the modality, such as Hounsfield's: by its look-up table, else by slope and intercept (PS3.3 C.11.1).
 */
export function modalityValues(dataSet: DataSet, values: StoredValues): Float32Array {
  const table = dataSet.elements["x00283000"]?.items?.[0]?.dataSet;
  if (table) return looked(table, dataSet, values);
  const slope = finite(dataSet.floatString("x00281053"), 1);
  const intercept = finite(dataSet.floatString("x00281052"), 0);
  return Float32Array.from(values, (value) => value * slope + intercept);
}

function looked(table: DataSet, { uint16 }: DataSet, values: StoredValues): Float32Array {
  const data = table.elements["x00283006"];
  const isSigned = uint16("x00280103") === 1;
  const first = (isSigned ? table.int16("x00283002", 1) : table.uint16("x00283002", 1)) ?? 0;
  const count = Math.floor((data?.length ?? 0) / 2);
  if (count === 0) return Float32Array.from(values);
  const entries = Array.from({ length: count }, (_, i) => table.uint16("x00283006", i) ?? 0);
  return Float32Array.from(values, (value) => entries[Math.min(count - 1, Math.max(0, value - first))] ?? 0);
}

/** What is no number is a fault of the writer; the usual value stands in. */
function finite(value: number | undefined, usual: number): number {
  return value !== undefined && Number.isFinite(value) ? value : usual;
}
