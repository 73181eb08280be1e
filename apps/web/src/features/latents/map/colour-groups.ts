import { classColour, cssColour, viridis } from "@diaphane/ui";
import type { MapColumn } from "./map-points.ts";

/** How points are coloured by a column: a group each, the last one for unknown. */
export interface ColourGroups {
  /** Place of each point's group `[count]`. */
  of: Uint32Array;
  /** Points in each group. */
  counts: readonly number[];
  /** The key is null for unknown, which no value can be mistaken for: some data sets have one called "unknown". */
  groups: readonly { key: string | null; colour: string; from?: number; to?: number }[];
}

/** Steps that a number's range is cut into. */
const steps = 8;
const unknownColour = "#8a8a8a";

/** Values each have a colour; a number has steps of viridis between its extremes. */
export function colourGroups({ values, column }: MapColumn): ColourGroups {
  if (values.length > 0) {
    const groups = values.map((key, place) => ({ key, colour: classColour(place) }));
    return withUnknown(groups, column, (value) => value);
  }
  const known = column.filter(Number.isFinite);
  const [low, high] = [
    known.reduce((a, b) => Math.min(a, b), Number.POSITIVE_INFINITY),
    known.reduce((a, b) => Math.max(a, b), Number.NEGATIVE_INFINITY),
  ];
  const width = (high - low) / steps || 1;
  const groups = Array.from({ length: known.length === 0 ? 0 : steps }, (_, step) => ({
    ...{ key: `step ${step}`, colour: cssColour(viridis(step / (steps - 1))) },
    ...{ from: low + step * width, to: low + (step + 1) * width },
  }));
  return withUnknown(groups, column, (value) => Math.min(steps - 1, Math.floor((value - low) / width)));
}

function withUnknown(
  groups: ColourGroups["groups"],
  column: Float32Array,
  groupOf: (value: number) => number,
): ColourGroups {
  const unknown = groups.length;
  // An attribute may have more values than a byte counts.
  const of = Uint32Array.from(column, (value) => (Number.isFinite(value) ? groupOf(value) : unknown));
  const counts = new Array<number>(unknown + 1).fill(0);
  for (const group of of) counts[group] = (counts[group] ?? 0) + 1;
  return { of, counts, groups: [...groups, { key: null, colour: unknownColour }] };
}
