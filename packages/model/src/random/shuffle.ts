import { randomSource } from "./random-source.ts";

/** Order of `count` items for a key, for example `(seed, purpose, epoch)`. */
export function shuffledIndices(count: number, ...key: number[]): Int32Array {
  const order = Int32Array.from({ length: count }, (_, index) => index);
  shuffle(order, randomSource(...key).below);
  return order;
}

/** Puts numbers in random order, in place (Fisher & Yates). @param below draws a whole number in 0 … bound − 1 */
export function shuffle(items: Int32Array, below: (bound: number) => number): void {
  for (let last = items.length - 1; last > 0; last--) {
    const other = below(last + 1);
    const kept = items[last] ?? 0;
    items[last] = items[other] ?? 0;
    items[other] = kept;
  }
}
