import { DataError } from "../../data-error.ts";

/** Where something of an HDF5 file is, for messages. */
export interface Hdf5Place {
  file: string;
  key: string;
}

/** @param code `bad-hdf5` when the file is damaged or holds what is not read */
export function hdf5Fault(
  place: Hdf5Place,
  { expected, found, code = "bad-hdf5", advice, cause }: Hdf5Problem,
): DataError {
  const usual = "Write the arrays again as plain data sets of one HDF5 file.";
  return new DataError({ code, ...place, expected, found, advice: advice ?? usual, cause });
}

interface Hdf5Problem {
  expected: string;
  found: string;
  code?: "bad-hdf5" | "too-large" | "wrong-shape" | "wrong-columns";
  advice?: string;
  cause?: unknown;
}

/** The innermost reason in what the HDF5 library says: its error stack goes from the outermost call inwards. */
export function hdf5Reason(cause: unknown): string {
  const message = cause instanceof Error ? cause.message : String(cause);
  const reasons = [...message.matchAll(/^\s*#\d+: .*?\(\): (.+)$/gm)].map((match) => match[1]);
  return reasons.at(-1) ?? message.split("\n")[0] ?? "damage";
}
