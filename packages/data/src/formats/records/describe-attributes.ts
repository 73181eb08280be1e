import type { AttributeDefinition, AttributeValue } from "../../image-source.ts";
import type { RecordSet } from "./image-record.ts";

/** More values than this are an identifier or free text. */
const MAX_VALUES = 50;
/** Fewer distinct numbers than this are codes, such as a grade. */
const MIN_NUMBERS = 12;
const MAX_LENGTH = 200;

export interface DescribedAttributes {
  definitions: AttributeDefinition[];
  /** Attributes left out, with the reason. */
  notes: string[];
}

/**
 * What kind each attribute is: as set by a person, else by its values. Numbers of 12 and more values are continuous, two
 * values binary, up to 50 categorical; what has one value, or more than 50 that are no numbers, is left out.
 */
export function describeAttributes({ records, attributeKinds }: RecordSet): DescribedAttributes {
  const values = new Map<string, Set<string>>();
  for (const { attributes } of records) {
    for (const [name, value] of Object.entries(attributes)) {
      const seen = values.get(name) ?? new Set<string>();
      if (value !== null && seen.size <= records.length) seen.add(value);
      values.set(name, seen);
    }
  }
  const described: DescribedAttributes = { definitions: [], notes: [] };
  for (const [name, seen] of values) {
    const kind = attributeKinds[name] ?? guessKind(seen);
    if (kind === null) described.notes.push(`${name}: left out, ${reason(seen)}`);
    else described.definitions.push({ name, kind, values: kind === "continuous" ? [] : naturally(seen) });
  }
  return described;
}

/** A value as its attribute's kind asks for it; null where missing or no number. */
export function attributeValue({ kind }: AttributeDefinition, text: string | null | undefined): AttributeValue {
  if (text === null || text === undefined) return null;
  if (kind !== "continuous") return text;
  const number = Number(text);
  return Number.isFinite(number) ? number : null;
}

/** Numbers by size, text by the alphabet. */
export function naturally(texts: Iterable<string>): string[] {
  return [...texts].sort((a, b) => {
    const difference = Number(a) - Number(b);
    return Number.isFinite(difference) && difference !== 0 ? difference : a < b ? -1 : 1;
  });
}

function guessKind(seen: ReadonlySet<string>): AttributeDefinition["kind"] | null {
  if (seen.size < 2) return null;
  if (seen.size === 2) return "binary";
  const isNumbers = [...seen].every((text) => text.trim() !== "" && Number.isFinite(Number(text)));
  if (isNumbers && seen.size >= MIN_NUMBERS) return "continuous";
  const isShort = [...seen].every((text) => text.length <= MAX_LENGTH);
  return seen.size <= MAX_VALUES && isShort ? "categorical" : null;
}

function reason(seen: ReadonlySet<string>): string {
  if (seen.size === 0) return "it is empty everywhere";
  return seen.size === 1
    ? "it has the same value everywhere"
    : `it has ${seen.size} values, as an identifier or free text has`;
}
