import { EigenvalueDecomposition, inverse, Matrix, SingularValueDecomposition } from "ml-matrix";

/** What is subtracted: `left · rightᵀ · (z − centre)`; `[latentDim, r]` both. */
export interface ErasingMap {
  left: Matrix;
  right: Matrix;
}

/** Singular values below this share of the greatest are rounding. */
const tolerance = 1e-9;

/**
 * The least change (in the metric of the covariance) after which the concept covaries with no latent: LEACE, `W⁺UUᵀW` with W the
 * whitening and U the span of `W Σ_xz` (Belrose et al. 2023, thm 4.2). With `kept` the change leaves those covariances as they
 * are, which makes it oblique in the whitened space too: SPLINCE (2506.10703).
 *
 * @param covariance `[latentDim, latentDim]`, positive semidefinite; @param cross `[latentDim, m]` covariances with the concept
 * @param kept `[latentDim, k]` covariances that are to stay
 * @returns r = rank of `cross`, less what `kept` spans of it
 */
export function erasingMap(covariance: Matrix, cross: Matrix, kept?: Matrix): ErasingMap {
  const { whitening, colouring } = roots(covariance);
  const concept = spanOf(whitening.mmul(cross));
  const free = kept ? spanOf(without(concept, spanOf(whitening.mmul(kept)))) : concept;
  // Without `kept`, free is concept and the middle the identity.
  const erased = kept ? concept.mmul(inverse(free.transpose().mmul(concept), true)) : concept;
  return { left: colouring.mmul(erased), right: whitening.mmul(free) };
}

/** `Σ^(−1/2)` and `Σ^(1/2)` on the span of Σ. */
function roots(covariance: Matrix): { whitening: Matrix; colouring: Matrix } {
  const { eigenvectorMatrix: vectors, realEigenvalues: values } = new EigenvalueDecomposition(covariance, {
    assumeSymmetric: true,
  });
  const greatest = Math.max(...values);
  const power = (exponent: number): Matrix =>
    vectors
      .mmul(Matrix.diag(values.map((value) => (value > tolerance * greatest ? value ** exponent : 0))))
      .mmul(vectors.transpose());
  return { whitening: power(-0.5), colouring: power(0.5) };
}

/** An orthonormal basis of the columns. */
function spanOf(columns: Matrix): Matrix {
  const { leftSingularVectors, diagonal } = new SingularValueDecomposition(columns, { autoTranspose: true });
  const kept = diagonal
    .map((_, index) => index)
    .filter((index) => (diagonal[index] ?? 0) > tolerance * (diagonal[0] ?? 0));
  return leftSingularVectors.subMatrixColumn(kept);
}

function without(columns: Matrix, basis: Matrix): Matrix {
  return Matrix.sub(columns, basis.mmul(basis.transpose().mmul(columns)));
}
