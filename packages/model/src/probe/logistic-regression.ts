import { CholeskyDecomposition, Matrix } from "ml-matrix";
import { columnsOf, type Table } from "../disentanglement/table.ts";

/** Weights and bias of a class: `[features + 1]`, the bias last. */
type ClassWeights = Float64Array;

export interface LogisticRegression {
  /** Of each class; of two, the first's are 0. */
  weights: readonly ClassWeights[];
  /** `[classes]` of `[n]`, for a table like the one fitted on. */
  logits(features: Table): Float64Array[];
  /** The likeliest class of every row. */
  classify(features: Table): Int32Array;
}

/**
 * Multinomial logistic regression with an L2 penalty: least of Σ log-loss + Σ w² / 2, biases free (scikit-learn's default, C = 1).
 * Two classes have one set of weights, as there. Newton's method, so the answer is exact to rounding.
 *
 * @param features `[n, features]`; @param classes `[n]`, 0 … classCount − 1
 */
export function fitLogisticRegression(features: Table, classes: Int32Array, classCount: number): LogisticRegression {
  const columns = withOnes(features);
  // Of two classes the first has no weights of its own.
  const firstFree = classCount === 2 ? 1 : 0;
  let weights: ClassWeights[] = Array.from({ length: classCount }, () => new Float64Array(columns.length));
  let loss = lossOf(columns, classes, weights);
  for (let step = 0; step < 100; step++) {
    const direction = newtonDirection(columns, classes, weights, firstFree);
    let share = 1;
    let next: ClassWeights[] = moved(weights, direction, share, firstFree);
    let nextLoss = lossOf(columns, classes, next);
    while (!(nextLoss < loss) && share > 1e-4) {
      share /= 2;
      next = moved(weights, direction, share, firstFree);
      nextLoss = lossOf(columns, classes, next);
    }
    if (!(nextLoss < loss)) break;
    weights = next;
    const gain = loss - nextLoss;
    loss = nextLoss;
    if (gain < 1e-12 * loss) break;
  }
  const logits = (table: Table): Float64Array[] => logitsOf(withOnes(table), weights);
  const classify = (table: Table): Int32Array => {
    const found = logits(table);
    return Int32Array.from({ length: table.rows }, (_, row) => greatest(found, row));
  };
  return { weights, logits, classify };
}

/** Columns of the features, and one of ones for the bias. */
function withOnes(features: Table): Float64Array[] {
  return [...columnsOf(features), new Float64Array(features.rows).fill(1)];
}

/** `[classes]` of `[n]` */
function logitsOf(columns: readonly Float64Array[], weights: readonly ClassWeights[]): Float64Array[] {
  return weights.map((ofClass) => {
    const logits = new Float64Array(columns[0]?.length ?? 0);
    columns.forEach((column, j) => {
      const weight = ofClass[j] ?? 0;
      for (let i = 0; i < logits.length; i++) logits[i] = (logits[i] ?? 0) + weight * (column[i] ?? 0);
    });
    return logits;
  });
}

function greatest(logits: readonly Float64Array[], row: number): number {
  let best = 0;
  for (let k = 1; k < logits.length; k++) if ((logits[k]?.[row] ?? 0) > (logits[best]?.[row] ?? 0)) best = k;
  return best;
}

function lossOf(columns: readonly Float64Array[], classes: Int32Array, weights: readonly ClassWeights[]): number {
  const logits = logitsOf(columns, weights);
  let loss = 0;
  for (const ofClass of weights) for (const weight of ofClass.subarray(0, -1)) loss += (weight * weight) / 2;
  for (let i = 0; i < classes.length; i++) {
    const most = logits[greatest(logits, i)]?.[i] ?? 0;
    const sum = logits.reduce((total, ofClass) => total + Math.exp((ofClass[i] ?? 0) - most), 0);
    loss += Math.log(sum) + most - (logits[classes[i] ?? 0]?.[i] ?? 0);
  }
  return loss;
}

/** −H⁻¹g, class by class. */
function newtonDirection(
  columns: readonly Float64Array[],
  classes: Int32Array,
  weights: readonly ClassWeights[],
  firstFree: number,
): Float64Array {
  const size = columns.length;
  const chances = softmax(logitsOf(columns, weights));
  const free = chances.slice(firstFree);
  const hessian = Matrix.zeros(free.length * size, free.length * size);
  const gradient = Matrix.zeros(free.length * size, 1);
  free.forEach((p, a) => {
    const missed = p.map((chance, i) => chance - (classes[i] === a + firstFree ? 1 : 0));
    for (let j = 0; j < size; j++) {
      const penalty = j < size - 1 ? (weights[a + firstFree]?.[j] ?? 0) : 0;
      gradient.set(a * size + j, 0, dot(missed, columns[j]) + penalty);
    }
    for (let b = 0; b <= a; b++) {
      const q = free[b];
      const curvature = p.map((chance, i) => chance * ((a === b ? 1 : 0) - (q?.[i] ?? 0)));
      for (let j = 0; j < size; j++) {
        const weighted = curvature.map((value, i) => value * (columns[j]?.[i] ?? 0));
        for (let k = 0; k < size; k++) {
          const value = dot(weighted, columns[k]);
          hessian.set(a * size + j, b * size + k, value);
          hessian.set(b * size + k, a * size + j, value);
        }
      }
    }
  });
  for (let place = 0; place < free.length * size; place++) {
    // All biases together change nothing; the little on them makes the matrix definite and does not move the minimum.
    const ridge = place % size < size - 1 ? 1 : 1e-6;
    hessian.set(place, place, hessian.get(place, place) + ridge);
  }
  return Float64Array.from(new CholeskyDecomposition(hessian).solve(gradient).to1DArray(), (value) => -value);
}

function softmax(logits: readonly Float64Array[]): Float64Array[] {
  const chances = logits.map((ofClass) => new Float64Array(ofClass.length));
  for (let i = 0; i < (logits[0]?.length ?? 0); i++) {
    const most = logits[greatest(logits, i)]?.[i] ?? 0;
    const powers = logits.map((ofClass) => Math.exp((ofClass[i] ?? 0) - most));
    const sum = powers.reduce((total, power) => total + power, 0);
    chances.forEach((ofClass, k) => {
      ofClass[i] = (powers[k] ?? 0) / sum;
    });
  }
  return chances;
}

function moved(
  weights: readonly ClassWeights[],
  direction: Float64Array,
  share: number,
  firstFree: number,
): ClassWeights[] {
  return weights.map((ofClass, k) =>
    k < firstFree
      ? ofClass
      : ofClass.map((weight, j) => weight + share * (direction[(k - firstFree) * ofClass.length + j] ?? 0)),
  );
}

function dot(a: Float64Array, b: Float64Array | undefined): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += (a[i] ?? 0) * (b?.[i] ?? 0);
  return sum;
}
