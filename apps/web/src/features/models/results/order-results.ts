/** How well one image went. */
export interface Scored {
  readonly dice: number | null;
  readonly boxes50: number | null;
}

/** What is missing to a perfect result, 0…1: over masks and boxes, of those that were said; null where nobody said any. */
export function errorOf({ dice, boxes50 }: Scored): number | null {
  const known = [dice, boxes50].filter((score) => score !== null);
  return known.length === 0 ? null : 1 - known.reduce((sum, score) => sum + score, 0) / known.length;
}

/** Worst first; those without an error last. */
export function worstFirst<Result extends Scored>(results: readonly Result[]): Result[] {
  return results.toSorted((a, b) => (errorOf(b) ?? -1) - (errorOf(a) ?? -1));
}
