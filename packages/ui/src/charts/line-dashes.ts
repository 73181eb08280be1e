const dashes = ["0", "6 3", "2 3", "8 3 2 3", "12 4", "1 5"] as const;

/** The stroke pattern of the line at `index`: lines differ in dash too, never in colour alone. */
export function lineDashes(index: number): string {
  return dashes[index % dashes.length] ?? dashes[0];
}
