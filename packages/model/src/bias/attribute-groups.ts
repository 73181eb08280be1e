import type { AttributeColumn } from "./attribute-column.ts";

/** An attribute as a data set keeps it. */
export interface KnownAttribute {
  name: string;
  kind: "BINARY" | "CATEGORICAL" | "CONTINUOUS";
  values: readonly string[];
  /** By index: the number of a continuous one, else the place of the value among `values`; NaN where none is known. */
  column: ArrayLike<number>;
}

const bands = 4;

/**
 * An attribute as groups to compare: the values of a binary or categorical one as they are, a continuous one in bands that hold
 * as many known values each as ties allow, named by their ends.
 *
 * @param places of the images, by index
 */
export function attributeGroups(
  { name, kind, values, column }: KnownAttribute,
  places: readonly number[],
): AttributeColumn {
  const known = places.map((place) => column[place] ?? Number.NaN);
  if (kind !== "CONTINUOUS") {
    return { name, values, of: Int32Array.from(known, (value) => (Number.isNaN(value) ? -1 : value)) };
  }
  const sorted = known.filter((value) => !Number.isNaN(value)).sort((a, b) => a - b);
  const quantile = (band: number) => sorted[Math.floor((band * sorted.length) / bands)] ?? 0;
  const starts = [...new Set(Array.from({ length: bands }, (_, band) => quantile(band)))];
  const last = sorted.at(-1) ?? 0;
  const between = starts.some((start) => start < 0) ? " … " : "–";
  const names = starts.map((start, band) => `${rounded(start)}${between}${rounded(starts[band + 1] ?? last)}`);
  const of = known.map((value) => (Number.isNaN(value) ? -1 : starts.findLastIndex((start) => value >= start)));
  return { name, values: names, of: Int32Array.from(of) };
}

function rounded(value: number): string {
  return String(Number(value.toPrecision(3)));
}
