/** Images that show one picture each without and with something, pair after pair. */
export interface CompletePairs {
  /** Places of the images: of each pair the one without, then the one with it. */
  indices: number[];
  /** For each of them the number of its pair, from 0. */
  pairs: number[];
  /** For each pair the place of its image without. */
  firsts: number[];
}

/**
 * Pairs the images whose `column` has the same value. Only values that exactly one image without and one with it have make a pair: of more nobody
 * could say which belong together. At most `most` images, evenly spaced.
 */
export function completePairs(
  indices: readonly number[],
  column: ArrayLike<number>,
  memberOf: (index: number) => number,
  most: number,
): CompletePairs {
  const byValue = new Map<number, [number[], number[]]>();
  for (const index of indices) {
    const value = column[index] ?? Number.NaN;
    if (!Number.isFinite(value)) continue;
    const sides = byValue.get(value) ?? [[], []];
    byValue.set(value, sides);
    sides[memberOf(index) === 1 ? 1 : 0].push(index);
  }
  const complete = [...byValue.values()].flatMap(([without, withIt]) => {
    const [first, second] = [without[0], withIt[0]];
    const isPair = without.length === 1 && withIt.length === 1 && first !== undefined && second !== undefined;
    return isPair ? [[first, second] as const] : [];
  });
  const taken = Math.min(Math.floor(most / 2), complete.length);
  const chosen = Array.from({ length: taken }, (_, i) => complete[Math.floor((i * complete.length) / taken)] ?? [0, 0]);
  return {
    indices: chosen.flat(),
    pairs: chosen.flatMap((_, pair) => [pair, pair]),
    firsts: chosen.map(([first]) => first),
  };
}
