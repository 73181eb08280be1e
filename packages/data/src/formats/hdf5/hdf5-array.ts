/** What an array's elements are. `boolean` is how h5py stores Python's. */
export type ElementKind = "byte" | "integer" | "float" | "boolean" | "text";

export type NumberArray = Exclude<NodeJS.TypedArray, BigInt64Array | BigUint64Array>;

/** What is known of an array before anything of it is read. */
export interface Hdf5ArrayHeader {
  /** With `/` between groups, and none at the start. */
  path: string;
  kind: ElementKind;
  shape: readonly number[];
  /** Rows (of the first axis) that are stored, and so best read, together. */
  rowsTogether: number;
}

/** An array of an HDF5 file. */
export interface Hdf5Array extends Hdf5ArrayHeader {
  /** Rows `first` to `first + count`, flat in C order. @throws DataError `bad-hdf5` */
  numbers(first: number, count: number): Promise<NumberArray>;
  /** The same as text, for columns: `true` and `false` for booleans. @throws DataError `bad-hdf5` */
  texts(first: number, count: number): Promise<string[]>;
}
