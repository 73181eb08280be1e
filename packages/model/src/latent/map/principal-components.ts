import { EigenvalueDecomposition, Matrix } from "ml-matrix";

export interface Plane {
  /** `[count, 2]` */
  positions: Float32Array<ArrayBuffer>;
  /** Shares of the variance that the two axes hold. */
  explained: [number, number];
}

/**
 * Codes on their first two principal components, centred (Pearson 1901). Of each axis the sign is fixed: its largest loading is
 * positive, so that the same data give the same picture.
 *
 * @param codes `[count, width]`
 */
export function principalPlane(codes: Float32Array, width: number): Plane {
  const count = codes.length / width;
  const means = Float64Array.from({ length: width }, (_, j) => {
    let sum = 0;
    for (let row = 0; row < count; row++) sum += codes[row * width + j] ?? 0;
    return sum / Math.max(1, count);
  });
  const { axes, explained } = leadingAxes(covarianceOf(codes, means));
  const positions = new Float32Array(count * 2);
  for (let row = 0; row < count; row++) {
    axes.forEach((axis, k) => {
      let sum = 0;
      for (let j = 0; j < width; j++) sum += ((codes[row * width + j] ?? 0) - (means[j] ?? 0)) * (axis[j] ?? 0);
      positions[row * 2 + k] = sum;
    });
  }
  return { positions, explained };
}

function covarianceOf(codes: Float32Array, means: Float64Array): Matrix {
  const width = means.length;
  const sums = Matrix.zeros(width, width);
  const centred = new Float64Array(width);
  for (let from = 0; from < codes.length; from += width) {
    for (let j = 0; j < width; j++) centred[j] = (codes[from + j] ?? 0) - (means[j] ?? 0);
    for (let j = 0; j < width; j++) {
      for (let k = 0; k <= j; k++) sums.set(j, k, sums.get(j, k) + (centred[j] ?? 0) * (centred[k] ?? 0));
    }
  }
  for (let j = 0; j < width; j++) for (let k = 0; k < j; k++) sums.set(k, j, sums.get(j, k));
  return sums;
}

function leadingAxes(covariance: Matrix): { axes: [Float64Array, Float64Array]; explained: [number, number] } {
  const { realEigenvalues: values, eigenvectorMatrix } = new EigenvalueDecomposition(covariance, {
    assumeSymmetric: true,
  });
  const order = [...values.keys()].sort((a, b) => (values[b] ?? 0) - (values[a] ?? 0));
  const total = values.reduce((sum, value) => sum + Math.max(0, value), 0) || 1;
  const axis = (place: number | undefined): Float64Array => {
    // Of a single latent there is no second axis.
    if (place === undefined) return new Float64Array(covariance.rows);
    const vector = Float64Array.from(eigenvectorMatrix.getColumn(place));
    const largest = vector.reduce((best, value) => (Math.abs(value) > Math.abs(best) ? value : best), 0);
    return largest < 0 ? vector.map((value) => -value) : vector;
  };
  const share = (place: number | undefined) => (place === undefined ? 0 : Math.max(0, values[place] ?? 0) / total);
  return { axes: [axis(order[0]), axis(order[1])], explained: [share(order[0]), share(order[1])] };
}
