import { printable } from "./printable.ts";

/** What can be wrong with data. The web app translates by these; they are never renamed. */
export type DataErrorCode =
  | "file-not-found"
  | "not-npz"
  | "truncated"
  | "corrupt"
  | "unsafe-name"
  | "unsupported-compression"
  | "bad-header"
  | "object-array"
  | "unsupported-dtype"
  | "fortran-order"
  | "too-large"
  | "size-mismatch"
  | "missing-key"
  | "wrong-shape"
  | "wrong-labels"
  | "multi-label"
  | "wrong-names"
  | "wrong-masks"
  | "wrong-boxes"
  | "wrong-subjects"
  | "subject-overlap"
  | "wrong-table"
  | "not-in-store"
  | "store-corrupt"
  | "bad-options"
  | "unknown-format"
  | "bad-image"
  | "bad-table"
  | "wrong-columns"
  | "bad-annotations"
  | "bad-dicom"
  | "bad-hdf5"
  | "bad-medimeta"
  | "bad-nifti"
  | "unsupported-pixels";

export interface DataErrorDetail {
  code: DataErrorCode;
  /** The file (or store object) as the person knows it: a name, never a server path. */
  file: string;
  /** The array, entry, row or option in question. */
  key?: string;
  expected: string;
  found: string;
  advice: string;
  cause?: unknown;
}

/** Bad input: says what was expected, what was found, where, and what to do. Never a fault of the program. */
export class DataError extends Error {
  readonly code: DataErrorCode;
  readonly file: string;
  readonly key: string | undefined;
  readonly expected: string;
  readonly found: string;
  readonly advice: string;

  constructor(detail: DataErrorDetail) {
    const { code, advice, cause } = detail;
    const key = detail.key === undefined ? undefined : printable(detail.key);
    const [file, expected, found] = [printable(detail.file), printable(detail.expected), printable(detail.found)];
    const where = key === undefined ? file : `${file}, ${key}`;
    super(`${where}: expected ${expected}, found ${found}. ${advice}`, { cause });
    this.name = "DataError";
    this.code = code;
    this.file = file;
    this.key = key;
    this.expected = expected;
    this.found = found;
    this.advice = advice;
  }

  /** Plain data for a database column or a job's event. */
  toJSON(): Omit<DataErrorDetail, "cause"> {
    const { code, file, key, expected, found, advice } = this;
    return { code, file, ...(key === undefined ? {} : { key }), expected, found, advice };
  }
}
