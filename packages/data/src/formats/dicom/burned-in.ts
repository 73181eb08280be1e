import type { DataSet } from "dicom-parser";

/** Modalities whose devices write names and dates into the picture, or whose pictures are of screens and paper. */
const SUSPECT = new Set(["US", "SC", "OT", "XC", "ES", "GM", "DOC", "ECG", "SR"]);
const SECONDARY_CAPTURE = "1.2.840.10008.5.1.4.1.1.7";

/**
 * Why an image may carry burned-in text: it says so, or it does not deny it and is of a kind that often does. Null: nothing
 * speaks for it.
 */
export function burnedInReason(dataSet: DataSet): string | null {
  const told = dataSet.string("x00280301")?.trim().toUpperCase();
  if (told === "YES") return "it says that text is burned in";
  if (told === "NO") return null;
  const modality = dataSet.string("x00080060")?.trim() ?? "";
  if (SUSPECT.has(modality)) return `images of modality ${modality} often carry burned-in text`;
  if (dataSet.string("x00080016")?.startsWith(SECONDARY_CAPTURE))
    return "secondary captures often carry burned-in text";
  return null;
}
