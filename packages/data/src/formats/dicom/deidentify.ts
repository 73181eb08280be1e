import { createRequire } from "node:module";
import { profileAction } from "./basic-profile.ts";
import type { DeidentifyOptions } from "./deidentify-options.ts";
import { dummyValue, replacedUid, shiftedDate, shiftOf } from "./deidentify-value.ts";
import { type DicomPlace, dicomFault } from "./dicom-fault.ts";
import { isDicom } from "./parse-dicom.ts";
import { pseudonym } from "./pseudonym.ts";

interface Element {
  vr: string;
  Value: unknown[];
}
type Elements = Record<string, Element>;

/** dcmjs, which has no types: what is used of it. */
interface Dcmjs {
  log: { setLevel(level: string): void };
  data: {
    DicomMessage: { readFile(bytes: ArrayBuffer): { meta: Elements; dict: Elements; write(): ArrayBuffer } };
  };
}

const dcmjs: Dcmjs = createRequire(import.meta.url)("dcmjs");
dcmjs.log.setLevel("silent");

/** What was done with an attribute, without its value. */
export interface Deidentification {
  /** Where it is: tags of eight hexadecimal digits, with `/` between sequences and what is in them. */
  tag: string;
  action: "removed" | "emptied" | "replaced" | "shifted";
}

export interface DeidentifiedFile {
  bytes: Uint8Array;
  /** In the order of the file. */
  done: Deidentification[];
}

/** Retain Patient Characteristics (PS3.15 Table E.1-1): sex, age, size, weight, ethnic group, smoking, pregnancy. */
const CHARACTERISTICS = new Set(["00100040", "00101010", "00101020", "00101030", "00102160", "001021A0", "001021C0"]);
const PATIENT_AGE = "00101010";
/** Older persons are so few that an age points at one (HIPAA's Safe Harbor): they are all of one age. */
const [OLDEST_YEARS, RARE_AGE] = [89, "090Y"];
const [PATIENT_NAME, PATIENT_ID] = ["00100010", "00100020"];
/** A File Meta Information's attributes that tell of the instance or of who wrote it. */
const META_UID = "00020003";
const META_KEPT = new Set(["00020000", "00020001", "00020002", "00020003", "00020010", "00020012"]);

/**
 * De-identifies a DICOM file by the Basic Application Level Confidentiality Profile (PS3.15 Annex E): the preamble is zeroed,
 * private attributes go, UIDs and the person are replaced by what the secret makes of them. Text in the pixels stays:
 * see `burnedInReason`.
 *
 * @throws DataError `bad-dicom` for what can't be read whole
 */
export function deidentify(bytes: Uint8Array, options: DeidentifyOptions, place: DicomPlace): DeidentifiedFile {
  if (!isDicom(bytes))
    throw dicomFault(place, { expected: "a DICOM file (DICM after 128 bytes)", found: "something else" });
  try {
    // Memory of its own: the reader takes a whole buffer.
    const file = dcmjs.data.DicomMessage.readFile(Uint8Array.from(bytes).buffer);
    const patient = textOf(file.dict[PATIENT_ID]);
    const work = { options, done: [], days: shiftOf(patient, options.secret) };
    cleanMeta(file.meta, work);
    clean(file.dict, "", work);
    const name = pseudonym(patient, options.secret);
    file.dict[PATIENT_ID] = { vr: "LO", Value: [name] };
    file.dict[PATIENT_NAME] = { vr: "PN", Value: [{ Alphabetic: name }] };
    Object.assign(file.dict, statement(options));
    return { bytes: new Uint8Array(file.write()), done: work.done };
  } catch (cause) {
    const found = cause instanceof Error ? cause.message : String(cause);
    throw dicomFault(place, { expected: "a DICOM file that can be read whole", found, cause });
  }
}

interface Work {
  options: DeidentifyOptions;
  done: Deidentification[];
  /** That dates are moved by. */
  days: number;
}

function cleanMeta(meta: Elements, work: Work): void {
  for (const tag of Object.keys(meta)) {
    if (META_KEPT.has(tag)) continue;
    delete meta[tag];
    work.done.push({ tag, action: "removed" });
  }
  const uid = meta[META_UID];
  if (uid && !work.options.keepUids) meta[META_UID] = replacedUids(uid, work.options.secret);
}

function clean(elements: Elements, inside: string, work: Work): void {
  for (const [tag, element] of Object.entries(elements)) {
    const path = inside + tag;
    const outcome = outcomeOf(tag, element, work);
    if (outcome === null) {
      if (element.vr === "SQ") for (const item of element.Value) if (isElements(item)) clean(item, `${path}/`, work);
      continue;
    }
    if (outcome.element === null) delete elements[tag];
    else elements[tag] = outcome.element;
    work.done.push({ tag: path, action: outcome.action });
  }
}

/** What becomes of an attribute; null keeps it and looks into its items. */
function outcomeOf(
  tag: string,
  element: Element,
  { options, days }: Work,
): { element: Element | null; action: Deidentification["action"] } | null {
  const action = profileAction(tag);
  if (action === null) return null;
  if (options.keepPatientCharacteristics && CHARACTERISTICS.has(tag)) {
    const isRare = tag === PATIENT_AGE && isOlderThan(textOf(element), OLDEST_YEARS);
    return isRare ? { element: { vr: "AS", Value: [RARE_AGE] }, action: "replaced" } : null;
  }
  const isTime = element.vr === "DA" || element.vr === "DT" || element.vr === "TM";
  if (isTime && options.dates === "shift") {
    if (element.vr === "TM") return null;
    const moved = element.Value.map((value) => shiftedDate(String(value), days));
    if (moved.every((value) => value !== null)) return { element: { vr: element.vr, Value: moved }, action: "shifted" };
  }
  if (action === "U" && element.vr === "SQ") return null;
  if (action === "U" && element.vr === "UI") {
    return options.keepUids ? null : { element: replacedUids(element, options.secret), action: "replaced" };
  }
  if (action === "Z") return { element: { vr: element.vr, Value: [] }, action: "emptied" };
  if (action === "D" && element.vr !== "SQ") {
    const Value = dummyValue(element.vr, options, textOf(element));
    if (Value.length > 0) return { element: { vr: element.vr, Value }, action: "replaced" };
  }
  return { element: null, action: "removed" };
}

function replacedUids({ vr, Value }: Element, secret: string): Element {
  return { vr, Value: Value.map((uid) => replacedUid(String(uid), secret)) };
}

/** Patient Identity Removed, and by which method and options (PS3.16 CID 7050). */
function statement({ dates, keepPatientCharacteristics, keepUids }: DeidentifyOptions): Elements {
  const codes = [
    ["113100", "Basic Application Confidentiality Profile"],
    ...(dates === "shift" ? [["113107", "Retain Longitudinal Temporal Information Modified Dates Option"]] : []),
    ...(keepPatientCharacteristics ? [["113108", "Retain Patient Characteristics Option"]] : []),
    ...(keepUids ? [["113110", "Retain UIDs Option"]] : []),
  ];
  const items = codes.map(([code, meaning]) => ({
    "00080100": { vr: "SH", Value: [code] },
    "00080102": { vr: "SH", Value: ["DCM"] },
    "00080104": { vr: "LO", Value: [meaning] },
  }));
  return {
    "00120062": { vr: "CS", Value: ["YES"] },
    "00120063": { vr: "LO", Value: ["PS3.15 Annex E Basic Profile"] },
    "00120064": { vr: "SQ", Value: items },
  };
}

function textOf(element: Element | undefined): string {
  return String(element?.Value[0] ?? "").trim();
}

function isOlderThan(age: string, years: number): boolean {
  const match = /^(\d{3})Y$/.exec(age);
  return match !== null && Number(match[1]) > years;
}

function isElements(value: unknown): value is Elements {
  return typeof value === "object" && value !== null;
}
