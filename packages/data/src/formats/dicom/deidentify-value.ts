import { createHmac } from "node:crypto";
import type { DeidentifyOptions } from "./deidentify-options.ts";

/** Further back than anybody's study, less than the ten years that seasons and devices could be told by. */
const MAX_SHIFT_DAYS = 3650;
const DAY_MS = 86_400_000;
const DATE = /^(\d{4})(\d{2})(\d{2})/;

/** A UID made of a keyed hash, under the root for UUIDs (PS3.5 B.2): the same for the same UID and secret. */
export function replacedUid(uid: string, secret: string): string {
  const digest = createHmac("sha256", secret).update(`uid ${uid}`).digest("hex").slice(0, 32);
  return `2.25.${BigInt(`0x${digest}`)}`;
}

/** Days that all dates of a person are moved back by. */
export function shiftOf(patient: string, secret: string): number {
  const digest = createHmac("sha256", secret).update(`days ${patient}`).digest();
  return 1 + (digest.readUInt32BE(0) % MAX_SHIFT_DAYS);
}

/** A date (DA) or the date in a date and time (DT), moved back; null when it is none. The time of day stays. */
export function shiftedDate(text: string, days: number): string | null {
  const match = DATE.exec(text);
  if (!match) return null;
  const [, year, month, day] = match.map(Number);
  const time = Date.UTC(year ?? 0, (month ?? 1) - 1, day ?? 1) - days * DAY_MS;
  const moved = new Date(time).toISOString().slice(0, 10).replaceAll("-", "");
  return moved + text.slice(8);
}

/** A value that says nothing, fit for a value representation (PS3.15 E.1.1: consistent with the VR). */
export function dummyValue(vr: string, options: Pick<DeidentifyOptions, "secret">, original: string): unknown[] {
  switch (vr) {
    case "DA":
      return ["19000101"];
    case "DT":
      return ["19000101000000"];
    case "TM":
      return ["000000"];
    case "UI":
      return [replacedUid(original, options.secret)];
    case "PN":
      return [{ Alphabetic: "ANONYMOUS" }];
    case "AS":
      return ["000Y"];
    case "DS":
    case "IS":
      return ["0"];
    case "CS":
    case "LO":
    case "SH":
    case "AE":
    case "ST":
    case "LT":
    case "UC":
    case "UT":
      return ["ANONYMOUS"];
    case "US":
    case "SS":
    case "UL":
    case "SL":
    case "FL":
    case "FD":
      return [0];
    default:
      return [];
  }
}
