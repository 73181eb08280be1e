import { randomSource } from "./random-source.ts";

/** Order of `count` items for a key, for example `(seed, purpose, epoch)` (Fisher & Yates). */
export function shuffledIndices(count: number, ...key: number[]): Int32Array {
  const source = randomSource(...key);
  const order = Int32Array.from({ length: count }, (_, index) => index);
  for (let last = count - 1; last > 0; last--) {
    const other = source.below(last + 1);
    const kept = order[last] ?? 0;
    order[last] = order[other] ?? 0;
    order[other] = kept;
  }
  return order;
}
