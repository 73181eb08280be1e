/** What is known of each case besides its label: sex, age band, view, site, a tag. */
export interface AttributeColumn {
  name: string;
  /** Names of its values, such as "female", "male". */
  values: readonly string[];
  /** `[n]`: index into `values`, −1 where it is missing. */
  of: Int32Array;
}

/** A group of an audit: cases of one value of one attribute, or of a pair of them. */
export interface GroupColumn {
  /** One attribute, or two for an intersection. */
  attributes: readonly string[];
  /** Each group's value of each attribute; null where it is missing, which is a group of its own. */
  groups: readonly (readonly (string | null)[])[];
  /** `[n]`: index into `groups`. */
  of: Int32Array;
}

/** Groups of one attribute: its values in their order, then missing ones where there are any. */
export function groupsOfAttribute({ name, values, of }: AttributeColumn): GroupColumn {
  const hasMissing = of.includes(-1);
  const groups = [...values.map((value) => [value]), ...(hasMissing ? [[null]] : [])];
  return { attributes: [name], groups, of: of.map((value) => (value < 0 ? values.length : value)) };
}

/** Groups of every pair of values of two attributes that occurs together. */
export function intersection(first: GroupColumn, second: GroupColumn): GroupColumn {
  const key = (row: number): number => (first.of[row] ?? 0) * second.groups.length + (second.of[row] ?? 0);
  const keys = first.of.map((_, row) => key(row));
  const occurring = [...new Set(keys)].toSorted((a, b) => a - b);
  const place = new Map(occurring.map((each, index) => [each, index]));
  return {
    attributes: [...first.attributes, ...second.attributes],
    groups: occurring.map((each) => [
      ...(first.groups[Math.floor(each / second.groups.length)] ?? []),
      ...(second.groups[each % second.groups.length] ?? []),
    ]),
    of: keys.map((each) => place.get(each) ?? -1),
  };
}
