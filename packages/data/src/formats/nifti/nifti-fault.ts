import { DataError } from "../../data-error.ts";

/** Where a volume is, for messages. */
export interface NiftiPlace {
  file: string;
  key: string;
}

/** An error about a NIfTI file: damaged, or of a kind that is not read. */
export function niftiFault(
  place: NiftiPlace,
  {
    expected,
    found,
    code = "bad-nifti",
    cause,
  }: { expected: string; found: string; code?: "bad-nifti" | "too-large"; cause?: unknown },
): DataError {
  const advice = "Save it again as .nii.gz, or leave it out.";
  return new DataError({ code, ...place, expected, found, advice, cause });
}
