import type { DataErrorDetail } from "../../data-error.ts";
import type { Hdf5ArrayHeader, NumberArray } from "./hdf5-array.ts";

/** What the thread that reads a file is started with. */
export interface Hdf5Start {
  path: string;
  file: string;
  key: string;
}

/** Rows that are asked of it, `array` being the place in what it listed. */
export interface RowsRequest {
  as: "numbers" | "texts";
  array: number;
  first: number;
  count: number;
}

/** Its answers, one to the start and one to each request, in order. */
export type Hdf5Answer =
  | { kind: "arrays"; arrays: Hdf5ArrayHeader[]; notes: string[] }
  | { kind: "numbers"; values: NumberArray }
  | { kind: "texts"; values: string[] }
  | { kind: "refused"; detail: Omit<DataErrorDetail, "cause"> };
