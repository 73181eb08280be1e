/**
 * `attributes.csv` of a folder that `diaphane convert` wrote: the place of each image within its split, and some columns of its table.
 *
 * @param rows of metadata.csv, the header first
 * @throws Error naming a column that is not there
 */
export function attributesTable(rows: readonly (readonly string[])[], names: readonly string[]): string[][] {
  const [header = [], ...images] = rows;
  const places = ["split", ...names].map((name) => {
    const place = header.indexOf(name);
    if (place < 0) throw new Error(`metadata.csv has no column ${name}; it has ${header.join(", ")}.`);
    return place;
  });
  const next = new Map<string, number>();
  return [
    ["split", "index", ...names],
    ...images.map((row) => {
      const [split = "", ...values] = places.map((place) => row[place] ?? "");
      const index = next.get(split) ?? 0;
      next.set(split, index + 1);
      return [split, `${index}`, ...values];
    }),
  ];
}
