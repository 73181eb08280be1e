import { z } from "zod";

export const splits = ["TRAIN", "VALIDATION", "TEST"] as const;

export type SplitName = (typeof splits)[number];

/** What an image must be to be shown: any of the splits, any of the labels, and for each attribute any of the values. */
export interface SampleFilter {
  splits: SplitName[];
  /** Indices into the classes; null stands for "unlabelled". */
  labels: (number | null)[];
  attributes: Record<string, string[]>;
}

export const emptyFilter: SampleFilter = { splits: [], labels: [], attributes: {} };

const attributePrefix = "attr.";

const splitParameter = z
  .string()
  .transform((text) => text.toUpperCase())
  .pipe(z.enum(splits));

const labelParameter = z.union([
  z.literal("none").transform(() => null),
  z
    .string()
    .regex(/^\d{1,4}$/)
    .transform(Number),
]);

/**
 * Reads a filter from a page's address, e.g. `?split=test&label=1&attr.sex=F&attr.sex=M`. What can't be read is left
 * out rather than refused: a link that was cut off in an e-mail still opens.
 */
export function parseFilter(parameters: URLSearchParams): SampleFilter {
  const attributes: Record<string, string[]> = {};
  for (const key of new Set(parameters.keys())) {
    if (!key.startsWith(attributePrefix) || key.length === attributePrefix.length) continue;
    attributes[key.slice(attributePrefix.length)] = unique(parameters.getAll(key));
  }
  return {
    splits: unique(parameters.getAll("split").flatMap((text) => splitParameter.safeParse(text).data ?? [])),
    labels: unique(
      parameters.getAll("label").flatMap((text) => {
        const parsed = labelParameter.safeParse(text);
        return parsed.success ? [parsed.data] : [];
      }),
    ),
    attributes,
  };
}

/** Writes the filter into a copy of `parameters`, leaving the page's other parameters as they are. */
export function writeFilter(parameters: URLSearchParams, filter: SampleFilter): URLSearchParams {
  const next = new URLSearchParams(parameters);
  for (const key of [...next.keys()]) {
    if (key === "split" || key === "label" || key.startsWith(attributePrefix)) next.delete(key);
  }
  for (const split of filter.splits) next.append("split", split.toLowerCase());
  for (const label of filter.labels) next.append("label", label === null ? "none" : `${label}`);
  for (const [name, values] of Object.entries(filter.attributes)) {
    for (const value of values) next.append(attributePrefix + name, value);
  }
  return next;
}

export function isEmptyFilter(filter: SampleFilter): boolean {
  return (
    filter.splits.length === 0 &&
    filter.labels.length === 0 &&
    Object.values(filter.attributes).every((values) => values.length === 0)
  );
}

/** Adds what is not there, takes away what is. */
export function toggle<T>(chosen: readonly T[], value: T): T[] {
  return chosen.includes(value) ? chosen.filter((other) => other !== value) : [...chosen, value];
}

function unique<T>(values: T[]): T[] {
  return [...new Set(values)];
}
