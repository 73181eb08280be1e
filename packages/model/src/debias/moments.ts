import { Matrix } from "ml-matrix";
import type { FitCases } from "./fit-cases.ts";

/** Columns of numbers, each `[count]`. */
export type Columns = readonly Float64Array[];

/** The latents of the cases, one column a latent. */
export function latentColumns({ codes, count, latentDim }: FitCases): Float64Array[] {
  return Array.from({ length: latentDim }, (_, j) =>
    Float64Array.from({ length: count }, (_, row) => codes[row * latentDim + j] ?? 0),
  );
}

/**
 * What is to be taken out, as numbers about their weighted means: of each attribute one column a value after the first. With rank 2
 * there is also the product of each with each class after the first, which finds an attribute that looks another way in the
 * diseased; as both are centred, it says nothing of the class itself.
 */
export function conceptColumns(
  { attributes, labels, classCount }: FitCases,
  rank: 1 | 2,
  weights: Float64Array,
): Float64Array[] {
  const values = attributes.flatMap(({ of, values }) =>
    values.slice(1).map((_, place) => Float64Array.from(of, (value) => (value === place + 1 ? 1 : 0))),
  );
  const concept = centred(values, weights);
  if (rank === 1) return concept;
  const classes = centred(classColumns({ labels, classCount }), weights);
  return [
    ...concept,
    ...concept.flatMap((value) => classes.map((ofClass) => value.map((v, row) => v * (ofClass[row] ?? 0)))),
  ];
}

function centred(columns: Columns, weights: Float64Array): Float64Array[] {
  const means = meansOf(columns, weights);
  return columns.map((column, j) => column.map((value) => value - (means[j] ?? 0)));
}

/** One column a class after the first, 1 where a case is of it. */
export function classColumns({ labels, classCount }: Pick<FitCases, "labels" | "classCount">): Float64Array[] {
  return Array.from({ length: classCount - 1 }, (_, k) =>
    Float64Array.from(labels, (label) => (label === k + 1 ? 1 : 0)),
  );
}

/** Weighted mean of every column. */
export function meansOf(columns: Columns, weights: Float64Array): number[] {
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  return columns.map((column) => column.reduce((sum, value, row) => sum + value * (weights[row] ?? 0), 0) / total);
}

/** Weighted covariances `[a, b]` about the weighted means. */
export function crossCovariance(a: Columns, b: Columns, weights: Float64Array): Matrix {
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const means = { a: meansOf(a, weights), b: meansOf(b, weights) };
  const weighted = b.map((column, k) => column.map((value, row) => (value - (means.b[k] ?? 0)) * (weights[row] ?? 0)));
  return new Matrix(
    a.map((column, j) =>
      weighted.map((other) => {
        let sum = 0;
        for (let row = 0; row < column.length; row++)
          sum += ((column[row] ?? 0) - (means.a[j] ?? 0)) * (other[row] ?? 0);
        return sum / total;
      }),
    ),
  );
}

/** The columns with the mean of each class taken out. */
export function classCentred(columns: Columns, labels: Int32Array, classCount: number): Float64Array[] {
  return columns.map((column) => {
    const sums = new Float64Array(classCount);
    const counts = new Float64Array(classCount);
    column.forEach((value, row) => {
      const label = labels[row] ?? 0;
      sums[label] = (sums[label] ?? 0) + value;
      counts[label] = (counts[label] ?? 0) + 1;
    });
    return column.map((value, row) => {
      const label = labels[row] ?? 0;
      return value - (sums[label] ?? 0) / (counts[label] ?? 1);
    });
  });
}
