import { DataError } from "../../data-error.ts";

/** Where a DICOM object is, for messages. */
export interface DicomPlace {
  file: string;
  key: string;
}

/** An error about a DICOM object: damaged (`bad-dicom`) or stored in a way that is not read (`unsupported-pixels`). */
export function dicomFault(place: DicomPlace, { expected, found, code = "bad-dicom", cause }: DicomProblem): DataError {
  const advice =
    code === "bad-dicom"
      ? "Export the file again, or leave it out."
      : "Save it uncompressed (transfer syntax 1.2.840.10008.1.2.1), or leave it out.";
  return new DataError({ code, ...place, expected, found, advice, cause });
}

interface DicomProblem {
  expected: string;
  found: string;
  code?: "bad-dicom" | "unsupported-pixels" | "too-large";
  cause?: unknown;
}
