import type { AttributeColumn } from "../bias/attribute-column.ts";

/** Labelled cases whose means say what an attribute looks like. */
export interface SeenCases {
  /** mu `[n, latentDim]` */
  codes: Float32Array;
  /** `[n]`, −1 where there is no label */
  labels: Int32Array;
  attributes: readonly AttributeColumn[];
}

/**
 * What to add to the latents of a case so that it is drawn as if each attribute had its first value: the difference of the means of
 * that value and of its own among cases of its label, summed over attributes. Erasing moves a case to between its groups, so that its
 * decode shows half of what was there; this is what the whole of it looks like (docs/science.md, "Presets"). For pictures alone.
 *
 * @returns a function of label and values (places among each attribute's, −1 where missing) to `[latentDim]`; an attribute adds nothing
 *   where there are no such cases
 */
export function visibleRemoval(
  { codes, labels, attributes }: SeenCases,
  latentDim: number,
): (label: number, values: readonly number[]) => Float32Array {
  const means = attributes.map(({ of }) => {
    const sums = new Map<string, { sum: Float64Array; n: number }>();
    labels.forEach((label, row) => {
      const cell = sums.get(`${label} ${of[row]}`) ?? { sum: new Float64Array(latentDim), n: 0 };
      for (let j = 0; j < latentDim; j++) cell.sum[j] = (cell.sum[j] ?? 0) + (codes[row * latentDim + j] ?? 0);
      cell.n++;
      sums.set(`${label} ${of[row]}`, cell);
    });
    return sums;
  });
  return (label, values) => {
    const shift = new Float32Array(latentDim);
    means.forEach((ofAttribute, a) => {
      const [own, first] = [ofAttribute.get(`${label} ${values[a]}`), ofAttribute.get(`${label} 0`)];
      if (!own || !first || label < 0 || (values[a] ?? -1) < 0) return;
      for (let j = 0; j < latentDim; j++) {
        shift[j] = (shift[j] ?? 0) + (first.sum[j] ?? 0) / first.n - (own.sum[j] ?? 0) / own.n;
      }
    });
    return shift;
  };
}
