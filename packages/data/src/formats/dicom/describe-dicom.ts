import type { DataSet } from "dicom-parser";

/** What describes an image and identifies nobody, by the name that it gets. */
const TAGS = {
  modality: "x00080060",
  bodyPart: "x00180015",
  view: "x00185101",
  laterality: "x00200062",
  sex: "x00100040",
} as const;

/** Older persons are so few that an age points at one (HIPAA's Safe Harbor). */
const OLDEST = 89;

/** Attributes of an image, null where missing. Age in years. */
export function describeDicom(dataSet: DataSet): Record<string, string | null> {
  const texts = Object.entries(TAGS).map(([name, tag]) => [name, dataSet.string(tag)?.trim() || null] as const);
  return { ...Object.fromEntries(texts), age: ageOf(dataSet.string("x00101010")) };
}

/** `045Y`, `018M`, `003W`, `010D` in years. */
function ageOf(text: string | undefined): string | null {
  const match = /^(\d{1,3})([YMWD])$/.exec(text?.trim() ?? "");
  if (!match) return null;
  const perYear = { Y: 1, M: 12, W: 52.18, D: 365.25 }[match[2] ?? "Y"] ?? 1;
  return String(Math.min(OLDEST, Math.floor(Number(match[1]) / perYear)));
}
