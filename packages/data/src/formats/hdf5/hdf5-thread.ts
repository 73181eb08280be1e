import { parentPort, workerData } from "node:worker_threads";
import type { Dataset } from "h5wasm";
import { DataError } from "../../data-error.ts";
import type { NumberArray } from "./hdf5-array.ts";
import { hdf5Fault, hdf5Reason } from "./hdf5-fault.ts";
import type { Hdf5Answer, Hdf5Start, RowsRequest } from "./hdf5-messages.ts";
import { type ListedArray, listArrays } from "./list-arrays.ts";
import { openSandboxed } from "./sandbox.ts";

/** Reads one HDF5 file in a thread of its own: damaged files make the library run in circles, and only a thread can be ended. */
const { path, file, key }: Hdf5Start = workerData;
const place = { file, key };
let arrays: ListedArray[] = [];

await answer(async () => {
  const { root, sizeBytes } = await openSandboxed(path, place);
  const listed = listArrays(root, place, sizeBytes);
  arrays = listed.arrays;
  return { kind: "arrays", arrays: arrays.map(({ header }) => header), notes: listed.notes };
});
parentPort?.on("message", (request: RowsRequest) => void answer(async () => rowsOf(request)));

async function answer(make: () => Promise<Hdf5Answer>): Promise<void> {
  const made = await make().catch((cause: unknown): Hdf5Answer => {
    const fault = cause instanceof DataError ? cause : damaged(key, cause);
    return { kind: "refused", detail: fault.toJSON() };
  });
  parentPort?.postMessage(made);
}

function rowsOf({ as, array, first, count }: RowsRequest): Hdf5Answer {
  const { header, dataset } = arrays[array] ?? {};
  if (!header || !dataset) throw hdf5Fault(place, { expected: "a known array", found: String(array) });
  const values = slice(dataset, header.path, first, count);
  if (as === "numbers") return { kind: "numbers", values: numbersOf(values, header.path) };
  if (!ArrayBuffer.isView(values) && !Array.isArray(values)) throw damaged(header.path, "no column");
  return { kind: "texts", values: Array.from(Object(values), String) };
}

function slice(dataset: Dataset, where: string, first: number, count: number): unknown {
  try {
    return dataset.slice([[first, first + count]]);
  } catch (cause) {
    throw damaged(where, cause);
  }
}

function numbersOf(values: unknown, where: string): NumberArray {
  if (values instanceof BigInt64Array || values instanceof BigUint64Array) return Float64Array.from(values, Number);
  if (Array.isArray(values)) return Float64Array.from(values.flat(Number.POSITIVE_INFINITY), Number);
  if (isNumbers(values)) return values;
  throw damaged(where, "no numbers");
}

function isNumbers(value: unknown): value is NumberArray {
  return ArrayBuffer.isView(value) && !(value instanceof DataView);
}

function damaged(where: string, cause: unknown): DataError {
  return hdf5Fault({ file, key: where }, { expected: "intact HDF5", found: hdf5Reason(cause), cause });
}
