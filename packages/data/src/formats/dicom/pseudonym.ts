import { createHmac } from "node:crypto";
import type { DataSet } from "dicom-parser";

const [PATIENT_ID, IDENTITY_REMOVED] = ["x00100020", "x00120062"];

/** A name for a person that only who has the secret can make again: equal ids get equal names. */
export function pseudonym(id: string, secret: string): string {
  return `S${createHmac("sha256", secret).update(id).digest("hex").slice(0, 16)}`;
}

/** The pseudonym of a file's person, that of a file which has one already being kept; null when it does not say who it is of. */
export function subjectOf(dataSet: DataSet, secret: string): string | null {
  const id = dataSet.string(PATIENT_ID)?.trim();
  if (!id) return null;
  const isDone = dataSet.string(IDENTITY_REMOVED)?.trim() === "YES" && /^S[0-9a-f]{16}$/.test(id);
  return isDone ? id : pseudonym(id, secret);
}
