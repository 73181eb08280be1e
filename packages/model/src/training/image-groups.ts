import type { ImageSet } from "../images/image-set.ts";
import { InvalidImageSet } from "../images/invalid-image-set.ts";
import type { ObjectiveTerm } from "../objective/objective-term.ts";

/** Images of one label and one value of an attribute. */
export interface ImageGroup {
  /** Null where it is missing: that is a group of its own, since what is missing is seldom missing at random. */
  value: number | null;
  label: number;
}

export interface ImageGroups {
  /** Those that occur, by value, missing ones last, then by label. */
  groups: ImageGroup[];
  /** `[count]`: index into `groups`, −1 where there is no label. */
  ids: Int32Array;
  /** Factor for each group's rows. */
  weights: number[];
}

type Grouping = Extract<ObjectiveTerm, { kind: "classification" }>;

const mostValues = 32;

/**
 * The cells of attribute and label that a classification term parts its images into; undefined without.
 * @throws InvalidImageSet when the attribute is missing or not one of few values, or weights are of other groups
 */
export function imageGroups(terms: readonly ObjectiveTerm[], set: ImageSet): ImageGroups | undefined {
  const term = terms.find((candidate) => candidate.kind === "classification");
  if (term?.groupBy === undefined) return undefined;
  const values = set.attributes?.get(term.groupBy);
  if (values === undefined) {
    const known = [...(set.attributes?.keys() ?? [])].join(", ") || "none";
    throw new InvalidImageSet(
      `The objective groups images by ${term.groupBy}, which the training images don't have. Theirs: ${known}.`,
    );
  }
  const distinct = new Set(values);
  if (distinct.size > mostValues) {
    throw new InvalidImageSet(
      `${term.groupBy} has ${distinct.size} values, too many for groups (${mostValues}): make an attribute of bands, such as ages by decade.`,
    );
  }
  // NaN sorts last: the number comparison can't place it.
  const order = [...distinct].toSorted((a, b) => (Number.isNaN(a) ? 1 : Number.isNaN(b) ? -1 : a - b));
  const cells = order.flatMap((value) => set.classes.map((_, label) => ({ value, label })));
  const placeOf = new Map(order.map((value, place) => [value, place]));
  const cellIds = Int32Array.from({ length: set.count }, (_, row) =>
    (set.labels[row] ?? -1) < 0
      ? -1
      : (placeOf.get(values[row] ?? Number.NaN) ?? 0) * set.classes.length + (set.labels[row] ?? 0),
  );
  const occurring = [...new Set(cellIds)].filter((id) => id >= 0).toSorted((a, b) => a - b);
  const ids = cellIds.map((id) => occurring.indexOf(id));
  const groups = occurring.flatMap((id) => cells[id] ?? []);
  return {
    groups: groups.map(({ value, label }) => ({ value: Number.isNaN(value) ? null : value, label })),
    ids,
    weights: groupWeightsOf(term, ids, groups.length),
  };
}

/** Balanced: inverse frequency, with a mean of 1 over labelled rows. */
function groupWeightsOf({ groupWeights = "none" }: Grouping, ids: Int32Array, count: number): number[] {
  if (groupWeights === "none") return Array.from({ length: count }, () => 1);
  if (groupWeights !== "balanced") {
    if (groupWeights.length === count) return groupWeights;
    throw new InvalidImageSet(`${groupWeights.length} group weights for ${count} groups that have labelled images.`);
  }
  const sizes = Array.from({ length: count }, (_, group) => ids.reduce((n, id) => (id === group ? n + 1 : n), 0));
  const labelled = sizes.reduce((sum, size) => sum + size, 0);
  return sizes.map((size) => labelled / (count * size));
}
