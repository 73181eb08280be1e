import type { DatasetSummary } from "@diaphane/core/schemas";
import { sumCounts } from "../distributions/sum-counts.ts";
import { type SplitName, splits } from "./filter-url.ts";

/** One thing to choose images by, and how many images of the version have it. */
export interface FacetValue<Value> {
  value: Value;
  name: string;
  count: number;
}

/** Everything that the images of a version can be chosen by. */
export interface Facets {
  splits: FacetValue<SplitName>[];
  labels: FacetValue<number | null>[];
  /** Attributes with few values; numbers are shown as histograms but not chosen by. */
  attributes: { name: string; values: FacetValue<string>[] }[];
}

/** Past this many values, an attribute (a patient's number, say) is no facet. */
const maxValues = 24;

interface FacetNames {
  split(split: SplitName): string;
  label(label: number | null): string;
}

/** The facets of a version, from its summary. Values that no image has are left out. */
export function facetsOf(summary: DatasetSummary, names: FacetNames): Facets {
  return {
    splits: splits
      .map((value) => ({ value, name: names.split(value), count: summary.splits[value] }))
      .filter(({ count }) => count > 0),
    labels: summary.labels.map(({ label, counts }) => ({
      value: label,
      name: names.label(label),
      count: sumCounts(counts),
    })),
    attributes: summary.attributes.flatMap((attribute) => {
      if (attribute.kind === "CONTINUOUS" || attribute.values.length > maxValues) return [];
      const values = attribute.values.flatMap(({ value, counts }) =>
        value === null ? [] : [{ value, name: value, count: sumCounts(counts) }],
      );
      return [{ name: attribute.name, values }];
    }),
  };
}
