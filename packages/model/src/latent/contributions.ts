/** The linear class head: `logit_k = bias_k + Σ_j weights[j, k]·mu_j`. */
export interface Head {
  latentDim: number;
  classCount: number;
  /** `[latentDim, classCount]` */
  weights: Float32Array;
  /** `[classCount]` */
  bias: Float32Array;
}

/** A prediction as an exact sum (Rudin 2019): `logit = baseline + Σ contributions`. */
export interface Contributions {
  /** The logit of the mean latent. */
  baseline: number;
  /** `W_kj·(mu_j − mean_j)` `[latentDim]` */
  contributions: Float64Array;
  logit: number;
}

/**
 * What each latent adds to the logit of one class, against the mean of the training images.
 * @param mu `[latentDim]` @param mean `[latentDim]` @param classIndex which logit
 */
export function contributions(
  head: Head,
  mu: ArrayLike<number>,
  mean: ArrayLike<number>,
  classIndex: number,
): Contributions {
  const parts = new Float64Array(head.latentDim);
  let sum = 0;
  for (let j = 0; j < head.latentDim; j++) {
    const part = weightOf(head, j, classIndex) * ((mu[j] ?? 0) - (mean[j] ?? 0));
    parts[j] = part;
    sum += part;
  }
  const baseline = exactLogit(head, mean, classIndex);
  return { baseline, contributions: parts, logit: baseline + sum };
}

/** The logit of a class in double precision. @param mu `[latentDim]` */
export function exactLogit(head: Head, mu: ArrayLike<number>, classIndex: number): number {
  let logit = head.bias[classIndex] ?? 0;
  for (let j = 0; j < head.latentDim; j++) logit += weightOf(head, j, classIndex) * (mu[j] ?? 0);
  return logit;
}

/** All logits `[classCount]`. */
export function exactLogits(head: Head, mu: ArrayLike<number>): Float64Array {
  return Float64Array.from({ length: head.classCount }, (_, classIndex) => exactLogit(head, mu, classIndex));
}

/**
 * The head with the mean over classes taken out of weights and biases. Probabilities stay as they are (softmax does not see
 * what all logits share), and a contribution then says what speaks for this class rather than for any class.
 */
export function centredHead(head: Head): Head {
  const { latentDim, classCount } = head;
  const weights = new Float32Array(head.weights.length);
  for (let j = 0; j < latentDim; j++) centre(head.weights, weights, j * classCount, classCount);
  const bias = new Float32Array(classCount);
  centre(head.bias, bias, 0, classCount);
  return { latentDim, classCount, weights, bias };
}

function centre(source: Float32Array, target: Float32Array, from: number, count: number): void {
  const row = source.subarray(from, from + count);
  const mean = row.reduce((sum, value) => sum + value, 0) / count;
  for (let index = 0; index < count; index++) target[from + index] = (row[index] ?? 0) - mean;
}

function weightOf(head: Head, latent: number, classIndex: number): number {
  return head.weights[latent * head.classCount + classIndex] ?? 0;
}
