import type { ScoredCases } from "./scored-cases.ts";

/** All images of a set, of which some are audited. */
export interface WholeSet {
  /** mu `[n, latentDim]` */
  codes: Float32Array;
  /** `[n]`, −1 where there is no label */
  labels: ArrayLike<number>;
}

/** Images of a label below which their mean and spread say little. */
const fewestToStandardise = 10;

/**
 * mu of every image of a set as standard deviations from the mean of its own label `[n, latentDim]`, NaN for the unlabelled. What
 * sets a slice apart within its label can so be looked for among the others too, without the classes' own difference in the way.
 * Mean and spread are those of the label's audited cases, which slices are found by; of a label with few of them, those of all.
 */
export function withinLabelPoints(
  { codes, labels }: WholeSet,
  latentDim: number,
  audited: { cases: ScoredCases; codes: Float32Array; classCount: number },
): Float64Array {
  const points = new Float64Array(labels.length * latentDim).fill(Number.NaN);
  for (let label = 0; label < audited.classCount; label++) {
    const rows = Array.from({ length: labels.length }, (_, row) => row).filter((row) => labels[row] === label);
    const known = Array.from(audited.cases.rows).filter((_, i) => audited.cases.labels[i] === label);
    const [from, of] = known.length >= fewestToStandardise ? [audited.codes, known] : [codes, rows];
    for (let j = 0; j < latentDim; j++) {
      const { mean, deviation } = meanAndDeviation(of.map((row) => from[row * latentDim + j] ?? 0));
      for (const row of rows) points[row * latentDim + j] = ((codes[row * latentDim + j] ?? 0) - mean) / deviation;
    }
  }
  return points;
}

/** Of a population; a deviation of 0 counts as 1, so that a constant stays one. */
export function meanAndDeviation(values: readonly number[]): { mean: number; deviation: number } {
  const mean = values.reduce((sum, one) => sum + one, 0) / values.length;
  const deviation = Math.sqrt(values.reduce((sum, one) => sum + (one - mean) ** 2, 0) / values.length);
  return { mean, deviation: deviation || 1 };
}
