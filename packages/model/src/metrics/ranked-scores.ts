/** Cases in order of falling score, with equal scores marked: all that rank metrics need, sorted once. */
export interface RankedScores {
  /** Case indices, highest score first. */
  order: Uint32Array;
  /** `endsTie[i]` is 1 when the case at rank i is the last of its run of equal scores. */
  endsTie: Uint8Array;
}

/** Sorts once, in O(n log n). */
export function rankScores(scores: ArrayLike<number>): RankedScores {
  const values = Float64Array.from(scores);
  const order = new Uint32Array(values.length);
  for (let i = 0; i < order.length; i++) order[i] = i;
  // Equal scores stay in case order, so that results do not hang on the engine's sort.
  order.sort((a, b) => (values[b] ?? 0) - (values[a] ?? 0) || a - b);
  const endsTie = new Uint8Array(order.length);
  for (let rank = 0; rank < order.length; rank++) {
    const here = values[order[rank] ?? 0];
    const next = rank + 1 < order.length ? values[order[rank + 1] ?? 0] : undefined;
    endsTie[rank] = here === next ? 0 : 1;
  }
  return { order, endsTie };
}
